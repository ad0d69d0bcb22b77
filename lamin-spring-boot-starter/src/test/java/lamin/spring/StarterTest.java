package lamin.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lamin.schema.service.Migrations;
import lamin.spring.shop.PurchaseOrder;
import lamin.testing.databases.TestDatabase;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** A service of Spring Boot, whose Hibernate validates the tables. */
class StarterTest {
    private final TestPostgres database = TestPostgres.create();

    @Configuration
    @AutoConfigurationPackage(basePackageClasses = PurchaseOrder.class)
    static class Shop {}

    private ApplicationContextRunner service(String... properties) {
        return onDatabase(database)
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Shop.class)
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
                .withPropertyValues(properties);
    }

    private static ApplicationContextRunner onDatabase(TestDatabase database) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, LaminAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=" + database.jdbcUrl());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_tables_are_there_before_hibernate_validates_them() {
        service().run(context -> {
            assertThat(context).hasNotFailed();
            var entities = context.getBean(EntityManagerFactory.class);
            Long id = entities.callInTransaction(manager -> {
                var order = new PurchaseOrder("Ada");
                manager.persist(order);
                return order.getId();
            });
            String shippedTo = entities.callInTransaction(
                    manager -> manager.find(PurchaseOrder.class, id).getShippedTo());
            assertThat(shippedTo).isEqualTo("Ada");
        });

        service("lamin.mode=validate").run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void a_start_that_only_validates_fails_while_migrations_are_pending_and_says_what_to_do() {
        service("lamin.mode=validate").run(context -> {
            assertThat(context).hasFailed();
            var analysis =
                    requireNonNull(new MigrationFailureAnalyzer().analyze(requireNonNull(context.getStartupFailure())));
            assertThat(analysis.getDescription())
                    .contains(
                            "migration shop aaaaaaaaaaaa (vX.X.X) is pending",
                            "migration shop bbbbbbbbbbbb (vX.X.X) is pending");
            assertThat(analysis.getAction()).contains("lamin.mode=deploy", "lamin migrate deploy --jdbc URL");
        });
    }

    /** A container with {@code @ServiceConnection} gives the service such a bean instead of settings. */
    @Test
    void the_database_may_be_that_of_a_service_connection() throws SQLException {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, LaminAutoConfiguration.class))
                .withBean(JdbcConnectionDetails.class, () -> new Container(database.jdbcUrl()))
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(revisions(database)).containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb");
    }

    private record Container(String getJdbcUrl) implements JdbcConnectionDetails {
        @Override
        public @Nullable String getUsername() {
            return null;
        }

        @Override
        public @Nullable String getPassword() {
            return null;
        }
    }

    @Test
    void turned_off_it_leaves_the_database_alone() {
        for (var off : List.of("lamin.enabled=false", "lamin.mode=off")) {
            service(off)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("missing table [purchase_order]"));
        }
    }

    @Test
    void replicas_that_start_at_once_deploy_once_and_both_serve() throws Exception {
        var failures = new ArrayList<Throwable>();
        Callable<Boolean> start = () -> {
            service().run(context -> {
                if (context.getStartupFailure() != null) {
                    failures.add(context.getStartupFailure());
                }
            });
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var started : threads.invokeAll(List.of(start, start))) {
                started.get();
            }
        }

        assertThat(failures).isEmpty();
        assertThat(revisions(database)).containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb");
    }

    @Test
    void on_sqlite_it_needs_no_hibernate() throws SQLException {
        try (var sqlite = Kind.SQLITE.create()) {
            onDatabase(sqlite).run(context -> {
                assertThat(context).hasNotFailed();
                assertThat(context.getBean(Migrations.class).status().isInSync())
                        .isTrue();
            });
            assertThat(revisions(sqlite)).containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb");
        }
    }

    @Test
    void actuator_shows_the_state_of_the_migrations() {
        actuator("lamin.mode=off").run(context -> {
            assertThat(context.getBean(MigrationsEndpoint.class).status().pending())
                    .containsExactly("shop aaaaaaaaaaaa (vX.X.X)", "shop bbbbbbbbbbbb (vX.X.X)");
            var health = requireNonNull(
                    context.getBean(MigrationsHealthIndicator.class).health());
            assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health.getDetails()).containsOnlyKeys("pending");
        });
        actuator().run(context -> {
            assertThat(context.getBean(MigrationsEndpoint.class).status().isInSync())
                    .isTrue();
            assertThat(requireNonNull(context.getBean(MigrationsHealthIndicator.class)
                                    .health())
                            .getStatus())
                    .isEqualTo(Status.UP);
            var meters = new SimpleMeterRegistry();
            context.getBean(MigrationMetrics.class).bindTo(meters);
            assertThat(meters.get("lamin.migration").timers())
                    .extracting(timer -> timer.getId().getTag("revision"))
                    .containsExactlyInAnyOrder("aaaaaaaaaaaa", "bbbbbbbbbbbb");
            assertThat(meters.get("lamin.deploy").tag("mode", "deploy").timer().totalTime(TimeUnit.MILLISECONDS))
                    .isPositive();
        });
    }

    @Test
    void a_service_goes_on_while_a_newer_version_has_migrated() throws SQLException {
        actuator().run(context -> {
            execute("UPDATE migration_shop SET version_num = 'cccccccccccc'");
            assertThat(requireNonNull(context.getBean(MigrationsHealthIndicator.class)
                                    .health())
                            .getStatus())
                    .isEqualTo(Status.UP);
            assertThat(context.getBean(MigrationsEndpoint.class).status().incompatible())
                    .singleElement()
                    .asString()
                    .contains("cccccccccccc");
        });
    }

    private ApplicationContextRunner actuator(String... properties) {
        return onDatabase(database)
                .withConfiguration(AutoConfigurations.of(LaminActuatorAutoConfiguration.class))
                .withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=lamin")
                .withPropertyValues(properties);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_start_gives_up_when_another_process_keeps_deploying() throws SQLException {
        try (var other = database.connection();
                var statement = other.createStatement()) {
            onDatabase(database).run(context -> assertThat(context).hasNotFailed());
            execute("DELETE FROM migration_shop");
            execute("DELETE FROM lamin_migration");
            execute("DROP TABLE purchase_order");
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE migration_shop IN ACCESS EXCLUSIVE MODE");
            onDatabase(database)
                    .withPropertyValues("lamin.lock-timeout=1s")
                    .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("lock"));
        }
    }

    @Test
    void modules_and_the_name_in_the_history_are_settings() throws SQLException {
        onDatabase(database)
                .withPropertyValues("lamin.modules=shop", "lamin.user=shop service")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(texts(database, "SELECT DISTINCT applied_by FROM lamin_migration"))
                .containsExactly("shop service");

        onDatabase(database)
                .withPropertyValues("lamin.modules=unknown")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("unknown module unknown; known modules: shop"));
    }

    private static List<String> revisions(TestDatabase database) throws SQLException {
        return texts(database, "SELECT revision FROM lamin_migration ORDER BY revision");
    }

    private static List<String> texts(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
