package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import lamin.testing.databases.TestPostgres;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/guide/from-liquibase.md}, followed with Liquibase itself. */
class FromLiquibaseGuideTest {
    private static final String CHANGELOG = "src/main/resources/db/changelog.xml";
    private static final String HISTORY = "databasechangelog";
    private static final Logger LOG = Logger.getLogger("liquibase");

    static {
        LOG.setLevel(Level.WARNING);
    }

    private final TestPostgres database = TestPostgres.create();

    private interface Work<T> {
        T with(Liquibase liquibase) throws Exception;
    }

    private <T> T liquibase(ForeignService service, Work<T> work) throws Exception {
        var resources = new DirectoryResourceAccessor(service.folder());
        try (var connection = database.connection()) {
            return Scope.child(
                    Map.of(Scope.Attr.resourceAccessor.name(), resources, Scope.Attr.ui.name(), new LoggerUIService()),
                    () -> work.with(new Liquibase(
                            CHANGELOG,
                            resources,
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))));
        }
    }

    private void update(ForeignService service) throws Exception {
        liquibase(service, liquibase -> {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts(), new LabelExpression());
            return true;
        });
    }

    private List<String> pending(ForeignService service) throws Exception {
        return liquibase(service, liquibase -> {
            liquibase.validate();
            return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                    .map(ChangeSet::getId)
                    .toList();
        });
    }

    private static void writeChangelog(ForeignService service, String more) throws IOException {
        service.write(CHANGELOG, """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                      http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  <changeSet id="customers" author="ann">
                    <createSequence sequenceName="customer_seq" incrementBy="50"/>
                    <createTable tableName="customer">
                      <column name="id" type="bigint"><constraints primaryKey="true"/></column>
                      <column name="email" type="varchar(255)"><constraints nullable="false" unique="true"/></column>
                      <column name="name" type="varchar(255)"/>
                    </createTable>
                  </changeSet>
                  <changeSet id="orders" author="bob">
                    <createTable tableName="purchase_order">
                      <column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true"/></column>
                      <column name="customer_id" type="bigint">
                        <constraints nullable="false" foreignKeyName="order_customer" references="customer(id)"/>
                      </column>
                      <column name="status" type="varchar(255)">
                        <constraints nullable="false" checkConstraint="CHECK (status IN ('NEW', 'PAID', 'SENT'))"/>
                      </column>
                      <column name="total" type="decimal(12, 2)"/>
                      <column name="placed_at" type="timestamp with time zone"/>
                      <column name="remark" type="clob"/>
                    </createTable>
                  </changeSet>
                  %s
                </databaseChangeLog>
                """.formatted(more));
    }

    private static String changeSet(String id, String sql) {
        return "<changeSet id=\"" + id + "\" author=\"ann\"><sql><![CDATA[" + sql + "]]></sql></changeSet>";
    }

    @Test
    void each_step_does_what_the_guide_says(@TempDir Path folder) throws Exception {
        try (database) {
            var service = ForeignService.in(folder.toRealPath().resolve("shop"));
            writeChangelog(service, "");
            update(service);
            ForeignService.insertRows(database);
            var before = ForeignService.rows(database, HISTORY);
            var cli = Cli.in(folder.toRealPath()).at(service.folder());
            var guide = FollowedGuide.of("from-liquibase.md", cli, database.jdbcUrl());

            service.writeSource("package-info", guide.source());
            guide.run(0);
            guide.run(3);
            assertThat(ForeignService.deployUnstamped(cli, database)).contains("already exists");
            assertThat(ForeignService.rows(database, HISTORY)).isEqualTo(before);

            var repair = changeSet("lamin", ForeignService.repair(cli, database.jdbcUrl()));
            writeChangelog(service, repair);
            update(service);
            var repaired = ForeignService.rows(database, HISTORY);
            assertThat(repaired).containsAll(before).hasSize(before.size() + 1);

            guide.run(0);
            assertThat(ForeignService.rows(database, HISTORY)).isEqualTo(repaired);

            service.writeCustomer(guide.source());
            guide.run(0);
            guide.run(0);
            guide.isFollowedToTheEnd();
            assertThat(ForeignService.rows(database, HISTORY)).isEqualTo(repaired);
            assertThat(pending(service)).isEmpty();

            ForeignService.execute(database, guide.sql());
            writeChangelog(service, repair + changeSet("back", "ALTER TABLE customer DROP COLUMN nickname"));
            assertThat(pending(service)).containsExactly("back");
            update(service);
            assertThat(pending(service)).isEmpty();
        }
    }
}
