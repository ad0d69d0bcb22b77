package lamin.schema.internal.introspect;

import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.fixture.Systems;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.testing.databases.TestDatabase;
import lamin.testing.databases.TestPostgres;
import lamin.testing.databases.TestSqlite;
import org.junit.jupiter.api.Test;

class LogicalFormTest {
    private static final TableName SAMPLE = TableName.of("assay", "sample");

    /** As a chain of migrations would describe it. */
    private static final SchemaModel CHAIN = SchemaModel.of(List.of(
            Table.of(TableName.of("assay_user"), "assay", Column.identity("id")).with(PrimaryKey.of("id")),
            Table.of(
                            SAMPLE,
                            "assay",
                            Column.of("id", new ColumnType.Int32()).withIdentity(true),
                            Column.of("kind", new ColumnType.VarChar(8)).withComment("what it is"),
                            Column.of("price", new ColumnType.Decimal(8, 2))
                                    .withDefault(new DefaultValue.Numeric(new BigDecimal("1.50"))),
                            Column.of("is_open", new ColumnType.Bool()).withDefault(DefaultValue.of(1)),
                            Column.of("twice", new ColumnType.Float64()).generatedAs("price*2"),
                            Column.of("user_id", new ColumnType.Int64()).withProperty("owner_id"))
                    .with(PrimaryKey.of("id"))
                    .with(ForeignKey.of("user_id", TableName.of("assay_user"))
                            .withName("sample_of_user")
                            .withOnDelete(OnDelete.CASCADE)
                            .withDeferrable(true))
                    .with(new CheckConstraint(null, "kind in ('a', 'b') and price between 0 and 10"))
                    .with(UniqueConstraint.of("kind"))
                    .with(new Index(null, List.of(Index.Key.column("price")), true, null))
                    .with(new Index(null, List.of(Index.Key.expression("lower(kind)", false)), true, null)
                            .where("NOT is_open"))
                    .withComment("samples")));

    @Test
    void a_chain_and_its_sqlite_database_have_the_same_form() throws SQLException {
        try (var database = TestSqlite.create()) {
            var found = after(
                    database,
                    """
                    CREATE TABLE assay_user (id integer NOT NULL PRIMARY KEY AUTOINCREMENT)""",
                    sqliteTable(),
                    "CREATE UNIQUE INDEX assay_sample_kind_key ON assay_sample (kind)",
                    "CREATE UNIQUE INDEX assay_sample_price_idx ON assay_sample (price)",
                    "CREATE UNIQUE INDEX \"" + partialIndexName()
                            + "\" ON assay_sample (lower(kind)) WHERE NOT is_open");

            assertThat(differences(CHAIN, found, Systems.SQLITE)).isEmpty();
            assertThat(LogicalForm.of(found, Systems.SQLITE)).isEqualTo(LogicalForm.of(CHAIN, Systems.SQLITE));
        }
    }

    @Test
    void a_chain_and_its_postgresql_database_have_the_same_form() throws SQLException {
        try (var database = TestPostgres.create()) {
            var found = after(database, postgresqlStatements());

            assertThat(differences(CHAIN, found, Systems.POSTGRESQL)).isEmpty();
            assertThat(LogicalForm.of(found, Systems.POSTGRESQL)).isEqualTo(LogicalForm.of(CHAIN, Systems.POSTGRESQL));
        }
    }

    @Test
    void both_databases_of_a_chain_have_the_same_form() throws SQLException {
        try (var sqlite = TestSqlite.create();
                var postgresql = TestPostgres.create()) {
            var one = after(
                    sqlite,
                    """
                    CREATE TABLE assay_user (id integer NOT NULL PRIMARY KEY AUTOINCREMENT)""",
                    sqliteTable(),
                    "CREATE UNIQUE INDEX assay_sample_kind_key ON assay_sample (kind)",
                    "CREATE UNIQUE INDEX assay_sample_price_idx ON assay_sample (price)",
                    "CREATE UNIQUE INDEX \"" + partialIndexName()
                            + "\" ON assay_sample (lower(kind)) WHERE NOT is_open");
            var other = after(postgresql, postgresqlStatements());

            assertThat(differences(one, other, Systems.SQLITE)).isEmpty();
            assertThat(differences(one, CHAIN, Systems.SQLITE)).isEmpty();
        }
    }

    @Test
    void every_difference_is_said_in_words() {
        var user = TableName.of("assay_user");
        var changed = CHAIN.table(SAMPLE)
                .orElseThrow()
                .withColumn(
                        "kind",
                        column -> column.withType(new ColumnType.VarChar(9)).withNullable(false))
                .withColumn("price", column -> column.withDefault(null))
                .withoutColumn("twice")
                .with(Column.of("extra", new ColumnType.Text()))
                .withForeignKeys(List.of())
                .withPrimaryKey(null)
                .with(Index.on("kind").named("often"));
        var found = SchemaModel.of(List.of(changed, Table.of(TableName.of("other"), "")));

        assertThat(differences(CHAIN, found, Systems.POSTGRESQL))
                .containsExactlyInAnyOrder(
                        "table " + user + " is missing",
                        "table other is not expected",
                        "table assay.sample: column kind is string(9), expected string(8)",
                        "table assay.sample: column kind is not nullable, expected nullable",
                        "table assay.sample: column id is nullable, expected not nullable",
                        "table assay.sample: column price has no default, expected default 1.5",
                        "table assay.sample: column twice is missing",
                        "table assay.sample: column extra is not expected",
                        "table assay.sample: the primary key is nothing, expected (id)",
                        "table assay.sample: foreign key (user_id) to assay_user (id) on delete CASCADE deferrable"
                                + " named sample_of_user is missing",
                        "table assay.sample: index (kind) named often is not expected");
    }

    @Test
    void another_default_or_deferral_is_a_difference() {
        var table = Table.of(
                        TableName.of("t"),
                        "",
                        Column.of("j", new ColumnType.Json()).withDefault(DefaultValue.of("null")))
                .with(ForeignKey.of("j", TableName.of("t")));
        var other = table.withColumn("j", column -> column.withDefault(null))
                .withForeignKeys(List.of(ForeignKey.of("j", TableName.of("t")).withDeferrable(true)));

        assertThat(differences(SchemaModel.of(List.of(table)), SchemaModel.of(List.of(other)), Systems.SQLITE))
                .hasSize(3);
    }

    @Test
    void names_can_be_left_out() {
        var table = Table.of(TableName.of("t"), "", Column.of("a", new ColumnType.Text()));
        var one = SchemaModel.of(
                List.of(table.with(Index.on("a").named("x")).with(Index.on("a").named("y"))));
        var other = SchemaModel.of(List.of(table.with(Index.on("a"))));

        assertThat(LogicalForm.withoutNames(one)).isEqualTo(LogicalForm.withoutNames(other));
    }

    @Test
    void a_default_in_sql_is_compared_as_each_database_says_it() {
        var column = Column.of("a", new ColumnType.Text());
        var chain =
                column.withDefault(DefaultValue.of(sql().sqlite("(Lower('A'))").postgresql("upper('a'::text)")));

        assertThat(differences(of(chain), of(column.withDefault(DefaultValue.parse("lower('A')"))), Systems.SQLITE))
                .isEmpty();
        assertThat(differences(of(chain), of(column.withDefault(DefaultValue.parse("upper('a')"))), Systems.POSTGRESQL))
                .isEmpty();
    }

    @Test
    void spaces_in_a_json_default_mean_nothing_outside_its_strings() {
        var column = Column.of("a", new ColumnType.Json());
        var chain = of(column.withDefault(DefaultValue.of("{\"a b\":[1,2]}")));

        var printed = of(column.withDefault(DefaultValue.of("{\"a b\": [1, 2]}")));
        var other = of(column.withDefault(DefaultValue.of("{\"ab\": [1, 2]}")));
        assertThat(differences(chain, printed, Systems.POSTGRESQL)).isEmpty();
        assertThat(differences(chain, other, Systems.POSTGRESQL)).hasSize(1);
    }

    private static SchemaModel of(Column column) {
        return SchemaModel.of(List.of(Table.of(TableName.of("t"), "", column)));
    }

    private static List<String> differences(SchemaModel expected, SchemaModel found, DatabaseSystem system) {
        return LogicalForm.differences(LogicalForm.of(expected, system), LogicalForm.of(found, system));
    }

    private static String partialIndexName() {
        return CHAIN.table(SAMPLE).orElseThrow().indexes().getLast().nameIn(SAMPLE);
    }

    private static String checkName() {
        return CHAIN.table(SAMPLE).orElseThrow().checks().getFirst().nameIn(SAMPLE);
    }

    private static String sqliteTable() {
        return """
                CREATE TABLE "assay_sample" (
                  "id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
                  "kind" varchar(8) NULL,
                  "price" decimal(8, 2) DEFAULT 1.5,
                  "is_open" bool DEFAULT 1,
                  "twice" real GENERATED ALWAYS AS (price*2) STORED,
                  "user_id" bigint REFERENCES "assay_user" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
                  CONSTRAINT "%s" CHECK (kind in ('a', 'b') and price between 0 and 10))""".formatted(checkName());
    }

    private static String[] postgresqlStatements() {
        return new String[] {
            "CREATE SCHEMA assay",
            "CREATE TABLE assay_user (id bigint GENERATED BY DEFAULT AS IDENTITY CONSTRAINT assay_user_pkey PRIMARY KEY)",
            """
            CREATE TABLE assay.sample (
              id integer GENERATED BY DEFAULT AS IDENTITY CONSTRAINT assay_sample_pkey PRIMARY KEY,
              kind varchar(8) CONSTRAINT assay_sample_kind_key UNIQUE,
              price numeric(8, 2) DEFAULT 1.50,
              is_open boolean DEFAULT true,
              twice double precision GENERATED ALWAYS AS (price*2) STORED,
              user_id bigint CONSTRAINT sample_of_user REFERENCES assay_user ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
              CONSTRAINT "%s" CHECK (kind in ('a', 'b') and price between 0 and 10))""".formatted(checkName()),
            "CREATE UNIQUE INDEX assay_sample_price_idx ON assay.sample (price)",
            "CREATE UNIQUE INDEX \"" + partialIndexName() + "\" ON assay.sample (lower(kind)) WHERE NOT is_open",
            "COMMENT ON TABLE assay.sample IS 'samples'",
            "COMMENT ON COLUMN assay.sample.kind IS 'what it is'"
        };
    }

    private static SchemaModel after(TestDatabase database, String... statements) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
            return Introspector.read(connection);
        }
    }
}
