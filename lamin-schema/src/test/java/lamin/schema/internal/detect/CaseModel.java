package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Names;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;

/**
 * The model state that a case means, as reading its entities would give it: a foreign key has an index unless a key is on
 * its column, an enum is text with a check, a many-to-many field is a table whose key is both its columns, and an entity
 * that extends another shares its key. An unmanaged entity has no table here; what points to it is a plain column.
 */
final class CaseModel {
    private final SequencedMap<String, EntityNotation> entities = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<TableName, String> formerEntities = new HashMap<>();
    private final Map<TableName, Map<String, String>> formerProperties = new HashMap<>();
    private final Set<String> modules;

    private CaseModel(Map<String, Object> notation) {
        modules = notation.keySet();
        notation.forEach((module, ofModule) -> Yaml.map(ofModule)
                .forEach((name, entity) ->
                        entities.put(module + "." + name, EntityNotation.parse(module, name, Yaml.map(entity)))));
        entities.values().stream().filter(EntityNotation::isManaged).forEach(this::add);
    }

    static CaseModel read(Map<String, Object> notation) {
        return new CaseModel(notation);
    }

    SchemaModel state() {
        return SchemaModel.of(tables);
    }

    Hints hints() {
        return new Hints(formerEntities, formerProperties);
    }

    Set<String> modules() {
        return modules;
    }

    private void add(EntityNotation entity) {
        var table = Table.of(entity.table(), entity.module())
                .withEntity(entity.name())
                .withColumns(columns(entity))
                .withPrimaryKey(new PrimaryKey(null, entity.key()))
                .withForeignKeys(foreignKeys(entity))
                .withUniques(uniques(entity))
                .withChecks(checks(entity))
                .withComment(entity.text("@comment").orElse(null));
        tables.add(table.withIndexes(indexes(entity.indexes(), table)));
        entity.text("@was").ifPresent(former -> formerEntities.put(entity.table(), former));
        var former = entity.fields().stream()
                .filter(field -> field.has("was") && !field.isToMany())
                .collect(Collectors.toMap(
                        FieldNotation::column, field -> field.formerProperty().orElseThrow()));
        if (!former.isEmpty()) {
            formerProperties.put(entity.table(), former);
        }
        entity.fields().stream()
                .filter(field -> field.isToMany() && !field.has("through"))
                .forEach(field -> addLinks(entity, field));
    }

    private List<Column> columns(EntityNotation entity) {
        var columns = new ArrayList<Column>();
        if (entity.hasImpliedId()) {
            columns.add(Column.of("id", impliedIdType(entity)).withNullable(false));
        }
        entity.fields().stream()
                .filter(field -> !field.isToMany())
                .map(field -> column(entity, field))
                .forEach(columns::add);
        return columns;
    }

    /** Of an entity that extends another, the key is the other's. */
    private ColumnType impliedIdType(EntityNotation entity) {
        return entity.text("@extends").isPresent() ? keyType(parent(entity)) : new ColumnType.Int32();
    }

    private ColumnType keyType(EntityNotation entity) {
        var key = entity.key();
        if (key.size() > 1) {
            throw new IllegalArgumentException("a reference to the key " + key + " of " + entity.name());
        }
        return entity.fields().stream()
                .filter(field -> field.column().equals(key.getFirst()))
                .findFirst()
                .map(field -> field.isToOne() ? keyType(entity(field.target())) : field.columnType())
                .orElseGet(() -> impliedIdType(entity));
    }

    private Column column(EntityNotation entity, FieldNotation field) {
        var type = field.isToOne() ? keyType(entity(field.target())) : field.columnType();
        boolean isKey = entity.key().contains(field.column());
        return Column.of(field.column(), type)
                .withProperty(field.property())
                .withNullable(field.isNullable() && !isKey)
                .withDefault(field.sql("dbdefault").map(DefaultValue::parse).orElse(null))
                .withGeneratedAs(field.sql("gen").map(SqlExpression::of).orElse(null))
                .withCollation(field.flag("collate").orElse(null))
                .withComment(field.flag("comment").orElse(null));
    }

    private List<ForeignKey> foreignKeys(EntityNotation entity) {
        var keys = new ArrayList<ForeignKey>();
        entity.text("@extends").ifPresent(parent -> keys.add(reference("id", parent(entity))));
        entity.fields().stream()
                .filter(FieldNotation::isToOne)
                .filter(field -> entity(field.target()).isManaged())
                .map(field -> reference(field.column(), entity(field.target()))
                        .withOnDelete(onDelete(field))
                        .withDeferrable(field.has("deferrable")))
                .forEach(keys::add);
        return keys;
    }

    private static ForeignKey reference(String column, EntityNotation target) {
        return ForeignKey.of(column, target.table()).withTarget(target.table(), target.key());
    }

    private static OnDelete onDelete(FieldNotation field) {
        var action = field.flag("ondelete").orElse("noaction").toLowerCase(Locale.ROOT);
        return switch (action) {
            case "cascade" -> OnDelete.CASCADE;
            case "setnull" -> OnDelete.SET_NULL;
            case "restrict" -> OnDelete.RESTRICT;
            case "noaction" -> OnDelete.NO_ACTION;
            default -> throw new IllegalArgumentException("unknown ondelete=" + action);
        };
    }

    private static List<UniqueConstraint> uniques(EntityNotation entity) {
        var uniques = new ArrayList<UniqueConstraint>();
        entity.fields().stream()
                .filter(FieldNotation::isUnique)
                .map(field -> UniqueConstraint.of(field.column()))
                .filter(unique -> !unique.columns().equals(entity.key()))
                .forEach(uniques::add);
        uniques.addAll(entity.uniques());
        return uniques;
    }

    private static List<CheckConstraint> checks(EntityNotation entity) {
        var checks = new ArrayList<CheckConstraint>();
        for (var field : entity.fields()) {
            if (!field.constants().isEmpty()) {
                var constants =
                        field.constants().stream().map(SqlTokens::literal).collect(Collectors.joining(", ", "(", ")"));
                checks.add(new CheckConstraint(
                        Names.ofEnumCheck(entity.table(), field.column()), field.column() + " in " + constants));
            }
        }
        checks.addAll(entity.checks());
        return checks;
    }

    /** The indexes that were written, and one for each foreign key on whose column there is nothing else. */
    private static List<Index> indexes(List<Index> written, Table table) {
        var indexes = new ArrayList<>(written);
        var covered = table.constraints()
                .filter(constraint -> !(constraint instanceof ForeignKey))
                .map(Constraint::columns)
                .collect(Collectors.toSet());
        written.stream()
                .filter(index -> index.where() == null)
                .map(Index::columns)
                .forEach(covered::add);
        table.foreignKeys().stream()
                .map(ForeignKey::columns)
                .filter(covered::add)
                .forEach(columns -> indexes.add(Index.on(columns.toArray(String[]::new))));
        return indexes;
    }

    private void addLinks(EntityNotation owner, FieldNotation field) {
        var target = entity(field.target());
        boolean toItself = owner.equals(target);
        var ownerColumn = (toItself ? "from_" : "") + lowerCase(owner) + "_id";
        var targetColumn = (toItself ? "to_" : "") + lowerCase(target) + "_id";
        var name = owner.table().renamed(owner.table().name() + "_" + field.property());
        var table = Table.of(
                        name,
                        owner.module(),
                        Column.of(ownerColumn, keyType(owner)).withNullable(false),
                        Column.of(targetColumn, keyType(target)).withNullable(false))
                .withEntity(owner.name() + "_" + field.property())
                .withPrimaryKey(PrimaryKey.of(ownerColumn, targetColumn))
                .withForeignKeys(List.of(reference(ownerColumn, owner), reference(targetColumn, target)));
        tables.add(table.withIndexes(indexes(List.of(), table)));
        addFormerLinks(owner, field, target, table);
    }

    private void addFormerLinks(EntityNotation owner, FieldNotation field, EntityNotation target, Table table) {
        var formerOwner = owner.text("@was");
        if (formerOwner.isPresent() || field.has("was")) {
            formerEntities.put(
                    table.name(),
                    formerOwner.orElse(owner.name()) + "_"
                            + field.formerProperty().orElse(field.property()));
        }
        var former = new HashMap<String, String>();
        var columns = table.columns();
        formerOwner.ifPresent(name -> former.put(
                columns.get(0).name(), columns.get(0).name().replace(lowerCase(owner), name.toLowerCase(Locale.ROOT))));
        target.text("@was")
                .ifPresent(name -> former.put(
                        columns.get(1).name(),
                        columns.get(1).name().replace(lowerCase(target), name.toLowerCase(Locale.ROOT))));
        if (!former.isEmpty()) {
            formerProperties.put(table.name(), former);
        }
    }

    private static String lowerCase(EntityNotation entity) {
        return entity.name().toLowerCase(Locale.ROOT);
    }

    private EntityNotation parent(EntityNotation entity) {
        var parent = entity.text("@extends").orElseThrow();
        return entity(parent.contains(".") ? parent : entity.module() + "." + parent);
    }

    private EntityNotation entity(String name) {
        var entity = entities.get(name);
        if (entity == null) {
            throw new IllegalArgumentException("there is no entity " + name);
        }
        return entity;
    }
}
