package lamin.schema.internal.foreign;

import static lamin.schema.Refusals.advising;
import static lamin.schema.internal.foreign.ForeignShop.MODULE;
import static lamin.schema.internal.foreign.ForeignShop.NEXT;
import static lamin.schema.internal.foreign.ForeignShop.grave;
import static lamin.schema.internal.foreign.ForeignShop.repair;
import static lamin.schema.internal.foreign.ForeignShop.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.testing.databases.RowHash;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of a service were made by Liquibase; from now on its migrations are ours. */
class LiquibaseTakeOverTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeChangelog() throws IOException {
        Files.writeString(folder.resolve("changelog.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                      http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  <property name="timestamp" value="timestamp" dbms="postgresql,sqlite"/>
                  <property name="timestamptz" value="timestamp with time zone" dbms="postgresql"/>
                  <property name="timestamptz" value="datetime" dbms="sqlite"/>
                  <property name="bytes" value="bytea" dbms="postgresql"/>
                  <property name="bytes" value="blob" dbms="sqlite"/>
                  <property name="number" value="bigint" dbms="postgresql"/>
                  <property name="number" value="integer" dbms="sqlite"/>
                  <property name="uuid" value="uuid" dbms="postgresql"/>
                  <property name="uuid" value="char(36)" dbms="sqlite"/>
                  <changeSet id="customers" author="ann">
                    <createTable tableName="customer">
                      <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
                      <column name="email" type="varchar(255)">
                        <constraints nullable="false" unique="true" uniqueConstraintName="customer_email"/>
                      </column>
                      <column name="name" type="varchar(100)"/>
                      <column name="balance" type="numeric(19, 6)"/>
                      <column name="born" type="date"/>
                      <column name="seen_at" type="${timestamptz}"/>
                      <column name="token" type="${uuid}"/>
                    </createTable>
                    <sql dbms="postgresql">CREATE SEQUENCE customer_seq INCREMENT BY 50</sql>
                    <sql dbms="sqlite">CREATE TABLE customer_seq (next_val bigint)</sql>
                    <sql dbms="sqlite">INSERT INTO customer_seq VALUES (1)</sql>
                  </changeSet>
                  <changeSet id="orders" author="bob">
                    <createTable tableName="purchase_order">
                      <column name="id" type="${number}" autoIncrement="true">
                        <constraints primaryKey="true" nullable="false"/>
                      </column>
                      <column name="customer_id" type="bigint">
                        <constraints nullable="false" foreignKeyName="order_customer" references="customer(id)"/>
                      </column>
                      <column name="status" type="varchar(255)">
                        <constraints nullable="false" checkConstraint="CHECK (status IN ('NEW', 'PAID', 'SENT'))"/>
                      </column>
                      <column name="placed_at" type="${timestamp}"><constraints nullable="false"/></column>
                      <column name="remark" type="clob"/>
                      <column name="weight" type="double"/>
                      <column name="label" type="${bytes}"/>
                    </createTable>
                    <createTable tableName="order_line">
                      <column name="order_id" type="bigint">
                        <constraints primaryKey="true" nullable="false" foreignKeyName="line_order"
                          references="purchase_order(id)"/>
                      </column>
                      <column name="line" type="int"><constraints primaryKey="true" nullable="false"/></column>
                      <column name="product" type="varchar(40)"><constraints nullable="false"/></column>
                      <column name="amount" type="decimal(10, 2)"><constraints nullable="false"/></column>
                    </createTable>
                    <createIndex tableName="order_line" indexName="by_product"><column name="product"/></createIndex>
                  </changeSet>
                  <changeSet id="countries" author="ann" runOnChange="true">
                    <createTable tableName="country">
                      <column name="code" type="varchar(2)"><constraints primaryKey="true" nullable="false"/></column>
                      <column name="name" type="text"><constraints nullable="false"/></column>
                    </createTable>
                    <insert tableName="country">
                      <column name="code" value="CH"/><column name="name" value="it's -- not; a comment"/>
                    </insert>
                  </changeSet>
                </databaseChangeLog>
                """);
    }

    private LiquibaseRun run(Database database) {
        return LiquibaseRun.of(database, folder, "changelog.xml");
    }

    private static List<ForeignHistory> histories(Database database) {
        try (var connection = database.connection()) {
            return ForeignHistory.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Liquibase's open-source edition leaves checks out, and makes texts of times on SQLite. */
    private static List<String> differences(Kind kind) {
        var differences = Stream.of(
                "table customer: column name is string(100), expected string(255)",
                "table purchase_order: check (status in ('NEW', 'PAID', 'SENT')) is missing",
                "table purchase_order: index (customer_id) is missing");
        var onSqlite = Stream.of(
                "table customer: column seen_at is text, expected timestamptz",
                "table purchase_order: column placed_at is text, expected timestamp");
        return (kind == Kind.SQLITE ? Stream.concat(differences, onSqlite) : differences).toList();
    }

    @ParameterizedTest
    @EnumSource
    void no_value_changes_and_liquibase_still_finds_nothing_to_run(Kind kind) throws SQLException {
        try (var database = Database.of(kind)) {
            run(database).update();
            try (var connection = database.connection()) {
                ForeignShop.insertRows(connection, kind);
            }
            var before = RowHash.of(database.database());
            assertThat(before.hashes()).hasSizeGreaterThanOrEqualTo(6);

            var differs = stamp(database, MODULE);
            assertThat(grave(differs)).containsExactlyInAnyOrderElementsOf(differences(kind));
            repair(database, differs);

            var stamped = stamp(database, MODULE);
            assertThat(stamped.written()).as("%s", stamped.modules()).isTrue();
            assertThat(before.again(database.database())).isEqualTo(before);

            assertThat(database.deploy(NEXT).applied()).hasSize(1);
            assertThat(before.again(database.database())).isEqualTo(before);
            assertThat(run(database).pending()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_history_is_counted_and_the_last_change_set_named(Kind kind) {
        try (var database = Database.of(kind)) {
            run(database).update();

            assertThat(histories(database)).singleElement().satisfies(history -> {
                assertThat(history.tool()).isEqualTo(MigrationTool.LIQUIBASE);
                assertThat(history.applied()).isEqualTo(3);
                assertThat(history.summary())
                        .matches(
                                "Liquibase: 3 change sets in (?i:databasechangelog), the last countries \\(ann\\) at 20.*");
                assertThat(history.problems()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lock_that_is_held_refuses_the_stamp_until_it_is_released(Kind kind) {
        try (var database = Database.of(kind)) {
            run(database).update();
            repair(database, stamp(database, MODULE));
            run(database).lock();
            var before = RowHash.of(database.database());

            assertThatThrownBy(() -> stamp(database, MODULE))
                    .hasMessageMatching("(?is)Liquibase's lock in databasechangeloglock is held by .+ since .+")
                    .satisfies(advising("release-locks"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.BUSY);

            assertThat(RowHash.of(database.database())).isEqualTo(before);
            assertThat(histories(database).getFirst().problems())
                    .singleElement()
                    .asString()
                    .startsWith("its lock is held by ");
            run(database).releaseLocks();
            assertThat(stamp(database, MODULE).written()).isTrue();
        }
    }
}
