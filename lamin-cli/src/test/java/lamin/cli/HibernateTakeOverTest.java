package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lamin.entities.EntityMapping;
import lamin.entities.ModuleEntities;
import lamin.instance.Database;
import lamin.instance.PostgresDatabase;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.RowHash;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hibernate's own {@code hbm2ddl} has made the tables of a module, and rows are in them. */
class HibernateTakeOverTest {
    @ParameterizedTest
    @EnumSource
    void what_hibernate_did_not_create_is_named_and_fixed_by_the_printed_sql(Kind kind, @TempDir Path folder)
            throws IOException {
        var cli = Example.in(folder).cli();
        try (var postgres = TestPostgres.create()) {
            init(Cli.in(cli.folder()), kind, postgres);
            hibernateMakes(cli);
            cli.sql(
                    "lab",
                    "insert into lamin1_experiment (uid, name, created_by_id, created_at, updated_at, is_locked)"
                            + " select 'e', 'kept', min(id), '2026-01-02 03:04:05', '2026-01-02 03:04:05', 'f' from lamindb_user");

            var before = cli.database("lab").read(RowHash::of);

            var differs = cli.run("migrate", "stamp", "--verify", "--module", "lamin1");
            assertThat(differs.exitCode()).as(differs.err()).isEqualTo(3);
            assertThat(differs.out())
                    .startsWith("lamin1 at a904efb4bd6c: the tables differ\n")
                    .contains(
                            "  table lamin1_well: index (biosample_id) is missing\n",
                            "    CREATE INDEX \"lamin1_well_biosample_id_idx\" ON \"lamin1_well\" (\"biosample_id\");\n")
                    .endsWith(
                            "    COMMIT;\nnothing was written; repair the tables, name the revision that they are at, or"
                                    + " take them as they are: --accept-differences\n");

            fix(cli);

            var stamped = cli.run("migrate", "stamp", "--verify", "--module", "lamin1");
            assertThat(stamped.exitCode()).as(stamped.out() + stamped.err()).isZero();
            assertThat(stamped.out())
                    .contains("stamped lamin1 a904efb4bd6c", "lamin1 at a904efb4bd6c: the tables agree");
            assertThat(cli.sql("lab", "select count(*) from lamin1_experiment where name = 'kept'"))
                    .isOne();
            assertThat(cli.run("migrate", "status").exitCode()).isZero();
            assertThat(lamin1(cli.database("lab").read(before::again))).isEqualTo(lamin1(before));
        }
    }

    /** The tables of the module: those of the ledger have changed. */
    private static Map<String, String> lamin1(RowHash rows) {
        return rows.hashes().subMap("lamin1_", "lamin1~");
    }

    private static void init(Cli cli, Kind kind, TestPostgres postgres) {
        var storage = Stream.of(
                "init", "--storage", cli.folder().resolve("lab").toString(), "--name", "lab", "--schema", "bionty");
        var database = kind == Kind.POSTGRESQL ? Stream.of("--db", postgres.url()) : Stream.<String>of();
        var init = cli.run(Stream.concat(storage, database).toArray(String[]::new));
        assertThat(init.exitCode()).as(init.err()).isZero();
    }

    private static void hibernateMakes(Cli cli) {
        var session = cli.session();
        var modules = session.catalog().withDependencies(List.of("lamin1")).stream()
                .map(module -> ModuleEntities.load(module, session.catalog().loader()))
                .toList();
        var database = cli.database("lab");
        var dialect = database instanceof PostgresDatabase ? PostgreSQLDialect.class : SQLiteDialect.class;
        var services = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(session.catalog().loader())
                        .build())
                .applySetting("hibernate.dialect", dialect)
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .build();
        var ddl = new SchemaCreatorImpl(services).generateCreationCommands(EntityMapping.of(modules, services), false);
        StandardServiceRegistryBuilder.destroy(services);
        // SQLite has no now(): an entity for it would say current_timestamp
        boolean isServer = database instanceof PostgresDatabase;
        run(
                database,
                ddl.stream()
                        .filter(sql -> sql.contains("lamin1_"))
                        .map(sql -> isServer ? sql : sql.replace("now()", "current_timestamp")));
    }

    private static void fix(Cli cli) throws IOException {
        var differs = cli.run("migrate", "stamp", "--verify", "--module", "lamin1", "--json");
        var repair = TestJson.read(differs.out()).at("/modules/0/repair");
        run(
                cli.database("lab"),
                StreamSupport.stream(repair.spliterator(), false)
                        .map(line -> line.asText())
                        .filter(line -> !line.startsWith("--")));
    }

    private static void run(Database database, Stream<String> statements) {
        database.read(connection -> {
            for (var sql : statements.toList()) {
                Jdbc.execute(connection, sql);
            }
            return true;
        });
    }
}
