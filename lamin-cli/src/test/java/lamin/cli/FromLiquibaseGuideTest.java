package lamin.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
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

/** {@code docs/guide/from-liquibase.md}. */
class FromLiquibaseGuideTest extends TakeOverGuide {
    private static final String CHANGELOG = "src/main/resources/db/changelog.xml";
    private static final Logger LOG = Logger.getLogger("liquibase");

    static {
        LOG.setLevel(Level.WARNING);
    }

    private final StringBuilder more = new StringBuilder();

    FromLiquibaseGuideTest() {
        super("from-liquibase.md", "databasechangelog");
    }

    private interface Work<T> {
        T with(Liquibase liquibase) throws Exception;
    }

    private <T> T liquibase(ForeignService service, Work<T> work) throws Exception {
        var resources = new DirectoryResourceAccessor(service.folder());
        try (var connection = database().connection()) {
            return Scope.child(
                    Map.of(Scope.Attr.resourceAccessor.name(), resources, Scope.Attr.ui.name(), new LoggerUIService()),
                    () -> work.with(new Liquibase(
                            CHANGELOG,
                            resources,
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))));
        }
    }

    @Override
    void migrate(ForeignService service) throws Exception {
        liquibase(service, liquibase -> {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts(), new LabelExpression());
            return true;
        });
    }

    @Override
    List<String> pending(ForeignService service) throws Exception {
        return liquibase(service, liquibase -> {
            liquibase.validate();
            return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                    .map(ChangeSet::getId)
                    .toList();
        });
    }

    /** With the change sets that were added since. */
    @Override
    void writeFirst(ForeignService service) throws IOException {
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

    @Override
    void writeNext(ForeignService service, String name, String sql) throws IOException {
        more.append("<changeSet id=\"%s\" author=\"ann\"><sql><![CDATA[%s]]></sql></changeSet>".formatted(name, sql));
        writeFirst(service);
    }
}
