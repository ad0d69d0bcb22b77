package lamin.entities;

import jakarta.persistence.Entity;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import lamin.schema.LaminException;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.entities.EntityMappingException;
import lamin.schema.internal.entities.EntityModel;
import lamin.schema.internal.entities.InitialValues;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.AvailableSettings;

/** Reads the tables and sequences that entities describe. The result depends only on the classes. */
public final class EntityModelReader {
    private EntityModelReader() {}

    /**
     * Reads the entities of all modules together. A module that others reference must be among them.
     *
     * @throws EntityMappingException with all problems of the input
     */
    public static EntityModel read(List<ModuleEntities> modules) {
        var loader = modules.stream()
                .flatMap(module -> module.entities().stream())
                .map(Class::getClassLoader)
                .filter(Objects::nonNull)
                .findFirst();
        return read(modules, loader.orElse(EntityModelReader.class.getClassLoader()));
    }

    /**
     * The same, if the entities have different class loaders.
     *
     * @param loader sees all entities, and the Hibernate of this class
     */
    static EntityModel read(List<ModuleEntities> modules, ClassLoader loader) {
        var problems = new Problems();
        modules.forEach(module -> module.entities().forEach(entity -> check(entity, problems)));
        modules.forEach(module -> MappingFiles.check(module, problems));
        return QuietHibernate.call(() -> read(modules, loader, problems));
    }

    private static EntityModel read(List<ModuleEntities> modules, ClassLoader loader, Problems problems) {
        var rest = modules;
        while (true) {
            try {
                return attempt(rest, loader, problems);
            } catch (LaminException e) {
                throw e;
            } catch (RuntimeException e) {
                var culprits = new Culprits(rest);
                var culprit = culprits.find(e, some -> failure(some, loader));
                problems.stopped(culprit, e);
                if (culprit.isEmpty()) {
                    throw problems.exception(e);
                }
                rest = culprits.without(culprit.get());
            }
        }
    }

    private static Optional<RuntimeException> failure(List<ModuleEntities> modules, ClassLoader loader) {
        try {
            attempt(modules, loader, new Problems());
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static EntityModel attempt(List<ModuleEntities> modules, ClassLoader loader, Problems problems) {
        var registry = registry(loader);
        try {
            return read(modules, EntityMapping.of(modules, registry), problems);
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static void check(Class<?> entity, Problems problems) {
        if (!entity.isAnnotationPresent(Entity.class)) {
            problems.add(entity.getName(), "it is not an entity; annotate it with @Entity, or leave it out");
        }
        if (entity.getEnclosingClass() != null) {
            problems.add(
                    entity.getName(),
                    "an entity inside another class would get a name made of both; move it to a file "
                            + entity.getSimpleName() + ".java");
        }
    }

    private static StandardServiceRegistry registry(ClassLoader loader) {
        var bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new EntityClassLoading(loader))
                .build();
        return new StandardServiceRegistryBuilder(bootstrap)
                .applySetting(AvailableSettings.DIALECT, new ReadingDialect())
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting(AvailableSettings.XML_MAPPING_ENABLED, false)
                .build();
    }

    private static EntityModel read(List<ModuleEntities> modules, MetadataImplementor metadata, Problems problems) {
        var mapped = MappingWalk.tables(modules, metadata, problems);
        var tables = mapped.stream()
                .map(table -> TableReader.read(table, metadata, problems))
                .toList();
        var sequences = SequenceReader.read(mapped, metadata, problems);
        refuseTwins(mapped, problems);
        problems.throwIfAny();
        return new EntityModel(
                SchemaModel.of(tables, sequences), hints(mapped), initialValues(mapped), RunningHibernate.version());
    }

    private static void refuseTwins(List<MappedTable> tables, Problems problems) {
        var byName = new HashMap<String, MappedTable>();
        tables.stream().sorted(Comparator.comparing(MappedTable::source)).forEach(table -> {
            var twin = byName.putIfAbsent(table.name().flat().toLowerCase(Locale.ROOT), table);
            if (twin != null) {
                problems.sharedTable(table.name().flat(), twin.source(), table.source());
            }
        });
    }

    private static InitialValues initialValues(List<MappedTable> tables) {
        var fields = new HashMap<String, Field>();
        for (var table : tables) {
            for (var mapped : table.columns()) {
                var attribute = mapped.attribute();
                if (attribute != null && attribute.field() != null) {
                    fields.put(table.name() + "." + mapped.column().getName(), attribute.field());
                }
            }
        }
        return new InitialValues(fields);
    }

    private static Hints hints(List<MappedTable> tables) {
        var entities = new TreeMap<TableName, String>();
        var properties = new TreeMap<TableName, Map<String, String>>();
        for (var table : tables) {
            var entity = table.formerEntity();
            if (entity != null) {
                entities.put(table.name(), entity);
            }
            var ofTable = table.formerProperties();
            if (!ofTable.isEmpty()) {
                properties.put(table.name(), ofTable);
            }
        }
        return new Hints(entities, properties);
    }
}
