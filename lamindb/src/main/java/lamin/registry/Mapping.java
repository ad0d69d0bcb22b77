package lamin.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamin.entities.EntityMapping;
import lamin.entities.ModuleEntities;
import lamin.entities.QuietHibernate;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.instance.InstanceDatabase;
import lamin.schema.model.TableName;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.mapping.Table;

/** Hibernate, started with the entities of the mounted modules on a database. */
final class Mapping {
    private Mapping() {}

    static SessionFactory start(InstanceDatabase database, List<ModuleEntities> modules) {
        return QuietHibernate.warningsOnly(() -> build(database, modules));
    }

    private static SessionFactory build(InstanceDatabase database, List<ModuleEntities> modules) {
        var loaders = new BootstrapServiceRegistryBuilder();
        modules.stream()
                .flatMap(module -> module.entities().stream())
                .map(Class::getClassLoader)
                .distinct()
                .forEach(loaders::applyClassLoader);
        var services = new StandardServiceRegistryBuilder(loaders.build())
                .applySettings(settings(database))
                .build();
        try {
            var metadata = EntityMapping.of(modules, services);
            if (database.url() instanceof SqliteUrl) {
                flattenSchemas(metadata);
            }
            return metadata.buildSessionFactory();
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(services);
            throw e;
        }
    }

    private static Map<String, Object> settings(InstanceDatabase database) {
        var settings = new HashMap<String, Object>();
        settings.put(AvailableSettings.CONNECTION_PROVIDER, new Connections(database));
        settings.put(
                AvailableSettings.DIALECT,
                switch (database.url()) {
                    case SqliteUrl ignored -> LaminSqliteDialect.class;
                    case PostgresUrl ignored -> LaminPostgresDialect.class;
                });
        settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
        settings.put(AvailableSettings.HBM2DDL_AUTO, "none");
        settings.put(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        // they are thrown and reported once, by the caller
        settings.put(AvailableSettings.LOG_JDBC_ERRORS, false);
        settings.put(AvailableSettings.STATEMENT_BATCH_SIZE, 500);
        // a record is used after the session that read it, so references are loaded on demand
        settings.put(AvailableSettings.ENABLE_LAZY_LOAD_NO_TRANS, true);
        return settings;
    }

    /** SQLite has no schemas: a table in a schema is named {@code schema_table}. */
    private static void flattenSchemas(MetadataImplementor metadata) {
        for (var namespace : metadata.getDatabase().getNamespaces()) {
            namespace.getTables().forEach(Mapping::flatten);
        }
    }

    private static void flatten(Table table) {
        if (table.getSchema() != null) {
            table.setName(TableName.of(table.getSchema(), table.getName()).flat());
            table.setSchema(null);
        }
    }
}
