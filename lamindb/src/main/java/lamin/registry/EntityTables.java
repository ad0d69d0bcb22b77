package lamin.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lamin.catalog.CatalogColumn;
import lamin.catalog.CatalogTable;
import lamin.catalog.ColumnKind;
import lamin.catalog.Reference;
import lamin.catalog.Relation;
import lamin.catalog.Relations;
import lamin.entities.ModuleEntities;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.TableName;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The tables of entities, among which links between records are found by the same names as in a live database. */
final class EntityTables {
    private static final List<String> NAMES = List.of("name", "key", "handle", "symbol", "title", "uid");

    private final Map<Class<?>, EntityTable> byEntity = new HashMap<>();
    private final Map<TableName, EntityTable> byTable = new HashMap<>();
    private final Relations relations;

    /** @param attributes by column */
    private record EntityTable(Class<?> entity, CatalogTable table, Map<String, String> attributes) {}

    /**
     * A way from records to others.
     *
     * @param link the entity of the link, or of the other records themselves
     * @param from its attribute that references the record at the start
     * @param to its attribute that references the other record; null if it is the other record
     */
    record Way(Class<?> link, String from, @Nullable String to) {}

    EntityTables(SessionFactory factory, List<ModuleEntities> modules) {
        var metamodel = factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel();
        for (var module : modules) {
            for (var entity : module.entities()) {
                add(read(module, metamodel.getEntityDescriptor(entity)));
            }
        }
        relations = new Relations(byTable.values().stream()
                .collect(Collectors.toMap(table -> table.table().table(), EntityTable::table)));
    }

    private void add(EntityTable table) {
        byEntity.put(table.entity(), table);
        byTable.put(table.table().table(), table);
    }

    private static EntityTable read(ModuleEntities module, EntityPersister persister) {
        var table = table(persister);
        var columns = new ArrayList<CatalogColumn>();
        var references = new ArrayList<Reference>();
        var attributes = new LinkedHashMap<String, String>();
        persister.forEachAttributeMapping(attribute -> attribute.forEachSelectable((index, selectable) -> {
            var column = selectable.getSelectionExpression();
            columns.add(new CatalogColumn(column, ColumnKind.OTHER));
            attributes.put(column, attribute.getAttributeName());
            target(attribute).ifPresent(target -> references.add(new Reference(table, column, target)));
        }));
        var prefix = module.tablePrefix().isEmpty() ? "" : module.tablePrefix() + "_";
        var name = table.flat().startsWith(prefix) ? table.flat().substring(prefix.length()) : table.flat();
        return new EntityTable(
                persister.getMappedClass(),
                new CatalogTable(module.module(), name, table, columns, references),
                attributes);
    }

    private static TableName table(EntityPersister persister) {
        return TableName.parse(persister.getIdentifierTableName().replace("\"", ""));
    }

    private static Optional<TableName> target(AttributeMapping attribute) {
        return attribute instanceof ToOneAttributeMapping toOne
                ? Optional.of(table(toOne.getAssociatedEntityMappingType().getEntityPersister()))
                : Optional.empty();
    }

    private EntityTable known(Class<?> entity) {
        return Objects.requireNonNull(byEntity.get(entity), "registries are of mounted entities");
    }

    /** The table of an entity. */
    CatalogTable table(Class<?> entity) {
        return known(entity).table();
    }

    /** The property by which people refer to the records of an entity. */
    String nameProperty(Class<?> entity) {
        var attributes = known(entity).attributes().values();
        return NAMES.stream()
                .filter(attributes::contains)
                .findFirst()
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        entity.getSimpleName() + " has none of the properties " + String.join(", ", NAMES)));
    }

    /** The way with that name from the records of an entity, in the singular or the plural. */
    Optional<Way> way(Class<?> start, String name) {
        return ways(start).stream()
                .filter(relation -> relation.isNamed(name))
                .findFirst()
                .map(this::way);
    }

    /** The names of all ways from the records of an entity. */
    List<String> names(Class<?> start) {
        return ways(start).stream().map(Relation::name).distinct().toList();
    }

    private List<Relation> ways(Class<?> start) {
        var table = byEntity.get(start);
        return table == null ? List.of() : relations.of(table.table());
    }

    private Way way(Relation relation) {
        var link = Objects.requireNonNull(byTable.get(relation.link()), "relations are among these tables");
        var from = Objects.requireNonNull(link.attributes().get(relation.from()), "references have attributes");
        return new Way(
                link.entity(), from, relation.isLinked() ? link.attributes().get(relation.to()) : null);
    }
}
