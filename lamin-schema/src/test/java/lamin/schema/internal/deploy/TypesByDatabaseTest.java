package lamin.schema.internal.deploy;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.sqlType;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.sql.DatabaseSql;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns of types that only one database has. */
class TypesByDatabaseTest {
    private static final TestModule HOSTS = TestModule.named("net")
            .then(
                    "aaaaaaaaaaaa",
                    op -> op.createTable("net_host")
                            .column("id", int64())
                            .identity()
                            .column("address", sqlType(sql().postgresql("inet").sqlite("text")))
                            .column("flag", sqlType("char(1)"))
                            .column(
                                    "tags",
                                    sqlType(sql().postgresql("VARCHAR (40) array")
                                            .sqlite("blob")))
                            .column("name", text())
                            .primaryKey("id"));

    @ParameterizedTest
    @EnumSource
    void each_database_gets_its_own(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(HOSTS);

            database.execute("INSERT INTO net_host (address, flag, name) VALUES ('10.0.0.1', 'Y', '10.0.0.2')");
            assertThat(database.differencesTo(HOSTS)).isEmpty();
            assertThat(database.rows("SELECT address, flag FROM net_host")).containsExactly("10.0.0.1|Y");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_column_changes_to_such_a_type_and_back(Kind kind) {
        var changed = HOSTS.then(
                        "bbbbbbbbbbbb",
                        op -> op.alterColumn("net_host", "name")
                                .type(sqlType(sql().postgresql("inet").sqlite("varchar(40)"))))
                .then(
                        "cccccccccccc",
                        op -> op.alterColumn("net_host", "address").type(string(40)));
        try (var database = Database.of(kind)) {
            database.deploy(HOSTS);
            database.execute("INSERT INTO net_host (address, name) VALUES ('10.0.0.1/32', '10.0.0.2')");

            database.deploy(changed);

            assertThat(database.differencesTo(changed)).isEmpty();
            assertThat(database.rows("SELECT address, name FROM net_host")).containsExactly("10.0.0.1/32|10.0.0.2");
        }
    }

    @Test
    void a_database_without_a_type_is_refused() {
        var one = TestModule.named("net")
                .then(
                        "aaaaaaaaaaaa",
                        op -> op.createTable("net_host").column("address", sqlType(sql().postgresql("inet"))));
        try (var database = Database.sqlite()) {
            assertThatThrownBy(() -> database.deploy(one)).hasMessageContaining("add .sqlite(");
        }
        assertThatThrownBy(() -> sqlType(sql().postgresql("inet").nothingElsewhere()))
                .hasMessageContaining("a column needs a type on every database");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | text",
                "VARCHAR( 20 ) | string(20)",
                "numeric(10, 2) | decimal(10, 2)",
                "timestamptz | timestamptz",
                "int | int32",
                "char | character(1)",
                "text[] | text[]",
                "varchar(20) array | character varying(20)[]",
                "vector(3) | vector(3)"
            })
    void the_names_that_authors_use_mean_the_types_of_postgresql(String written, String type) {
        var meant = DatabaseSystem.of(DatabaseSql.POSTGRESQL).logicalRules().type(written);

        assertThat(meant.display()).isEqualTo(type);
    }
}
