package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lamin.testing.databases.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/guide/from-flyway.md}, followed with Flyway itself. */
class FromFlywayGuideTest {
    private static final String SCRIPTS = "src/main/resources/db/migration/";
    private static final String HISTORY = "flyway_schema_history";

    private final TestPostgres database = TestPostgres.create();

    private Flyway flyway(ForeignService service) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), null, null)
                .locations("filesystem:" + service.folder().resolve(SCRIPTS))
                .load();
    }

    private static ForeignService service(Path folder) throws IOException {
        var service = ForeignService.in(folder);
        service.write(SCRIPTS + "V1__customers.sql", """
                CREATE SEQUENCE customer_seq INCREMENT BY 50;
                CREATE TABLE customer (id bigint PRIMARY KEY, email varchar(255) NOT NULL UNIQUE, name varchar(100));
                """);
        service.write(SCRIPTS + "V2__orders.sql", """
                CREATE TABLE purchase_order (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer,
                  status varchar(255) NOT NULL CHECK (status IN ('NEW', 'PAID', 'SENT')), total numeric(12, 2),
                  placed_at timestamptz(6), remark text);
                """);
        return service;
    }

    @Test
    void each_step_does_what_the_guide_says(@TempDir Path folder) throws IOException {
        try (database) {
            var service = service(folder.toRealPath().resolve("shop"));
            flyway(service).migrate();
            ForeignService.insertRows(database);
            var before = ForeignService.rows(database, HISTORY);
            var cli = Cli.in(folder.toRealPath()).at(service.folder());
            var guide = FollowedGuide.of("from-flyway.md", cli, database.jdbcUrl());

            service.writeSource("package-info", guide.source());
            guide.run(0);
            guide.run(3);
            assertThat(ForeignService.deployUnstamped(cli, database)).contains("already exists");
            assertThat(ForeignService.rows(database, HISTORY)).isEqualTo(before);

            service.write(SCRIPTS + "V3__lamin.sql", ForeignService.repair(cli, database.jdbcUrl()));
            flyway(service).migrate();
            var repaired = ForeignService.rows(database, HISTORY);
            assertThat(repaired).containsAll(before).hasSize(before.size() + 1);

            guide.run(0);
            assertThat(ForeignService.rows(database, HISTORY)).isEqualTo(repaired);

            service.writeCustomer(guide.source());
            guide.run(0);
            guide.run(0);
            guide.isFollowedToTheEnd();
            assertThat(ForeignService.rows(database, HISTORY)).isEqualTo(repaired);
            assertThat(flyway(service).validateWithResult().validationSuccessful)
                    .isTrue();

            ForeignService.execute(database, guide.sql());
            service.write(SCRIPTS + "V4__back.sql", "ALTER TABLE customer DROP COLUMN nickname;");
            assertThat(flyway(service).migrate().migrationsExecuted).isEqualTo(1);
        }
    }
}
