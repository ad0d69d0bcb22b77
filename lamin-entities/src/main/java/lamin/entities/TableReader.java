package lamin.entities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.jspecify.annotations.Nullable;

/** Reads one table. */
final class TableReader {
    private final MappedTable mapped;
    private final ColumnReader columns;
    private final DeclaredKeys declared;
    private final Problems problems;

    private TableReader(MappedTable mapped, Metadata metadata, Problems problems) {
        this.mapped = mapped;
        this.columns = new ColumnReader(mapped, metadata, problems);
        this.declared = new DeclaredKeys(mapped, problems);
        this.problems = problems;
    }

    static Table read(MappedTable mapped, Metadata metadata, Problems problems) {
        return new TableReader(mapped, metadata, problems).read();
    }

    private Table read() {
        var primaryKey = primaryKey();
        var foreignKeys = foreignKeys();
        var uniques = uniques(primaryKey);
        return new Table(
                mapped.name(),
                mapped.module(),
                mapped.entity(),
                mapped.columns().stream().map(columns::read).toList(),
                primaryKey,
                foreignKeys,
                uniques,
                checks(),
                indexes(primaryKey, foreignKeys, uniques),
                mapped.table().getComment());
    }

    private @Nullable PrimaryKey primaryKey() {
        var key = mapped.table().getPrimaryKey();
        return key == null ? null : new PrimaryKey(null, names(mapped.inOrder(key.getColumns())));
    }

    private List<UniqueConstraint> uniques(@Nullable PrimaryKey primaryKey) {
        var ofColumns = mapped.columns().stream()
                .filter(column -> column.column().isUnique())
                .map(column -> UniqueConstraint.of(column.column().getName()));
        var ofProperties = mapped.table().getUniqueKeys().values().stream()
                .filter(key -> !key.isExplicit())
                .map(key -> new UniqueConstraint(null, names(mapped.inOrder(key.getColumns()))))
                .sorted(Comparator.comparing(key -> key.columns().toString()));
        var byColumns = new LinkedHashMap<List<String>, UniqueConstraint>();
        Stream.of(ofColumns, ofProperties, declared.uniques().stream())
                .flatMap(stream -> stream)
                .filter(unique -> primaryKey == null || !primaryKey.columns().equals(unique.columns()))
                .forEach(unique -> byColumns.merge(unique.columns(), unique, TableReader::named));
        return List.copyOf(byColumns.values());
    }

    private static UniqueConstraint named(UniqueConstraint one, UniqueConstraint other) {
        return one.name() != null ? one : other;
    }

    /** Checks of columns that have no field of their own (discriminator, list index) are Hibernate's ideas. */
    private List<CheckConstraint> checks() {
        var ofColumns = mapped.columns().stream()
                .filter(column -> column.field() != null)
                .flatMap(column -> Stream.concat(
                        columns.enumCheck(column).stream(),
                        column.column().getCheckConstraints().stream().map(TableReader::check)));
        var ofTable = mapped.table().getChecks().stream().map(TableReader::check);
        return Stream.concat(ofColumns, ofTable).distinct().toList();
    }

    private static CheckConstraint check(org.hibernate.mapping.CheckConstraint check) {
        return new CheckConstraint(check.getName(), check.getConstraint());
    }

    private List<ForeignKey> foreignKeys() {
        return mapped.table().getForeignKeyCollection().stream()
                .filter(key -> key.isPhysicalConstraint() && key.isCreationEnabled())
                .map(this::foreignKey)
                .sorted(Comparator.comparingInt(this::position))
                .distinct()
                .toList();
    }

    private int position(ForeignKey key) {
        return mapped.columns().stream()
                .map(column -> column.column().getName())
                .toList()
                .indexOf(key.columns().getFirst());
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        var own = key.getColumns();
        var target = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        var ordered = mapped.inOrder(own);
        return new ForeignKey(
                key.getName().startsWith(ConventionNaming.UNNAMED) ? null : key.getName(),
                names(ordered),
                MappedTable.nameOf(key.getReferencedTable()),
                ordered.stream()
                        .map(column -> target.get(own.indexOf(column)).getName())
                        .toList(),
                onDelete(key),
                isDeferrable(key));
    }

    private OnDelete onDelete(org.hibernate.mapping.ForeignKey key) {
        return switch (key.getOnDeleteAction()) {
            case null -> OnDelete.NO_ACTION;
            case NO_ACTION -> OnDelete.NO_ACTION;
            case RESTRICT -> OnDelete.RESTRICT;
            case CASCADE -> OnDelete.CASCADE;
            case SET_NULL -> OnDelete.SET_NULL;
            case SET_DEFAULT -> {
                refuse(key, "ON DELETE SET DEFAULT is not supported; write OnDeleteAction.SET_NULL or RESTRICT");
                yield OnDelete.NO_ACTION;
            }
        };
    }

    private boolean isDeferrable(org.hibernate.mapping.ForeignKey key) {
        var options = Objects.requireNonNullElse(key.getOptions(), "").strip().toLowerCase(Locale.ROOT);
        if (key.getKeyDefinition() != null) {
            refuse(key, "foreignKeyDefinition is the SQL of one database; write @OnDelete and options instead");
        } else if (!options.isEmpty() && !options.matches("deferrable\\s+initially\\s+deferred")) {
            refuse(
                    key,
                    "options = \"" + key.getOptions() + "\" is not understood; write \"deferrable initially deferred\""
                            + " or nothing");
        }
        return !options.isEmpty();
    }

    private void refuse(Constraint key, String problem) {
        problems.add(mapped.source() + " (" + String.join(", ", names(key.getColumns())) + ")", problem);
    }

    /** What the author declared, and one for each foreign key whose columns no key or whole index is on. */
    private List<Index> indexes(
            @Nullable PrimaryKey primaryKey, List<ForeignKey> foreignKeys, List<UniqueConstraint> uniques) {
        var indexes = new ArrayList<>(declared.indexes().stream().distinct().toList());
        Collection<List<String>> covered = new ArrayList<>();
        if (primaryKey != null) {
            covered.add(primaryKey.columns());
        }
        uniques.forEach(unique -> covered.add(unique.columns()));
        indexes.stream().filter(index -> index.expressions().isEmpty()).forEach(index -> covered.add(index.columns()));
        for (var key : foreignKeys) {
            if (!covered.contains(key.columns())) {
                indexes.add(Index.on(key.columns().toArray(String[]::new)));
                covered.add(key.columns());
            }
        }
        return indexes;
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::getName).toList();
    }
}
