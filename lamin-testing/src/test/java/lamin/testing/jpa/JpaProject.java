package lamin.testing.jpa;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lamin.entities.EntityModelReader;
import lamin.entities.ModuleEntities;
import lamin.entities.QuietHibernate;
import lamin.schema.Naming;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.NamingRules;
import lamin.schema.internal.module.RevisionInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestDatabase;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;

/**
 * A service without LaminDB: our migration makes the tables of its entities, and Hibernate validates them and is then used
 * with its own settings.
 */
final class JpaProject implements AutoCloseable {
    private static final Owner OWNER = new Owner("shop", "");

    private final TestDatabase database;
    private final Naming naming;
    private final List<Class<?>> entities;
    private final List<Class<?>> converters;

    JpaProject(Naming naming, List<Class<?>> entities, Class<?>... converters) {
        this(TestDatabase.Kind.POSTGRESQL, naming, entities, converters);
    }

    JpaProject(TestDatabase.Kind kind, Naming naming, List<Class<?>> entities, Class<?>... converters) {
        this.database = kind.create();
        this.naming = naming;
        this.entities = entities;
        this.converters = Arrays.asList(converters);
    }

    SchemaModel model() {
        return EntityModelReader.read(
                        List.of(new ModuleEntities("shop", "", NamingRules.of(naming), entities, converters)))
                .schema();
    }

    /** Runs a migration that makes the tables. */
    JpaProject deployed() {
        var operations = Detector.detect(SchemaModel.EMPTY, model(), Map.of("shop", OWNER), Hints.NONE, Decisions.NONE)
                .of("shop");
        var info =
                new RevisionInfo("000000000001", List.of(), "vX.X.X", List.of(), List.of(), "", true, List.of(), "V1");
        var module = new ModuleInfo(
                "shop",
                "com.example.shop",
                "0.1.0",
                info.id(),
                "",
                NamingRules.of(naming),
                List.of(),
                List.of(),
                Map.of(),
                List.of(info),
                List.of(),
                Path.of("shop.jar"),
                "shop");
        var chain = new Chain(module, List.of(new Script(OWNER, info, operations, List.of())));
        new Deployer(database::connection, List.of(chain), new Author("tester", "test"), Notices.NONE).deploy();
        return this;
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** In a session of Hibernate, which has validated the tables. */
    <T> T inHibernate(Function<Session, T> work) {
        try (var factory = QuietHibernate.warningsOnly(this::validated)) {
            return factory.fromTransaction(work);
        }
    }

    private SessionFactory validated() {
        var settings = new StandardServiceRegistryBuilder()
                .applySetting(AvailableSettings.JAKARTA_JDBC_URL, database.jdbcUrl())
                .applySetting(AvailableSettings.HBM2DDL_AUTO, "validate");
        if (naming == Naming.SPRING) {
            settings.applySetting(
                    AvailableSettings.IMPLICIT_NAMING_STRATEGY, SpringImplicitNamingStrategy.class.getName());
            settings.applySetting(
                    AvailableSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategySnakeCaseImpl.class.getName());
        }
        var sources = new MetadataSources(settings.build());
        entities.forEach(sources::addAnnotatedClass);
        converters.forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }

    @Override
    public void close() {
        database.close();
    }
}
