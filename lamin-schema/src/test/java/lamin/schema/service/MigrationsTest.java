package lamin.schema.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.ModuleFixture;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service with a module in a package of its own, without an instance. */
class MigrationsTest {
    private static final String TABLE =
            "op.createTable(\"purchase_order\").column(\"id\", lamin.schema.model.ColumnTypes.int64()).primaryKey(\"id\");";
    private static final String FIRST = "aaaaaaaaaaaa";
    private static final String SECOND = "bbbbbbbbbbbb";

    @TempDir
    Path folder;

    private final ArrayList<URLClassLoader> loaders = new ArrayList<>();
    private ClassLoader first = ClassLoader.getSystemClassLoader();
    private ClassLoader second = ClassLoader.getSystemClassLoader();

    @BeforeEach
    void compile() throws IOException {
        first = loader("first", FIRST);
        second = loader("second", SECOND);
    }

    private ClassLoader loader(String name, String head) throws IOException {
        var classes = Files.createDirectory(folder.resolve(name));
        var module = ModuleFixture.of(
                        "com.example.shop.orders",
                        "version = \"1.0.0\", migration = \"" + head + "\", naming = lamin.schema.Naming.SPRING")
                .migration("V1", "id = \"" + FIRST + "\"", TABLE);
        if (head.equals(SECOND)) {
            module.migration(
                    "V2",
                    "id = \"" + SECOND + "\", down = \"" + FIRST + "\"",
                    "op.addColumn(\"purchase_order\", \"note\", lamin.schema.model.ColumnTypes.text());");
        }
        loaders.add(ModuleFixture.loader(module.compileTo(classes)));
        return loaders.getLast();
    }

    @AfterEach
    void close() throws IOException {
        for (var loader : loaders) {
            loader.close();
        }
    }

    private static Migrations on(Database database, ClassLoader loader) {
        return Migrations.on(database::connection)
                .modules(loader)
                .modules("orders")
                .by("service");
    }

    @ParameterizedTest
    @EnumSource
    void a_service_deploys_its_own_modules_and_nothing_else(Kind kind) {
        try (var database = Database.of(kind)) {
            assertThat(on(database, second).plan())
                    .containsExactly("orders " + FIRST + " (vX.X.X)", "orders " + SECOND + " (vX.X.X)");

            assertThat(on(database, second).deploy().applied()).hasSize(2);
            assertThat(on(database, second).deploy().applied()).isEmpty();

            assertThat(on(database, second).status().isInSync()).isTrue();
            assertThat(database.schema().tables())
                    .extracting(table -> table.name().name())
                    .containsExactly("purchase_order");
            assertThat(database.value("SELECT applied_by FROM lamin_migration WHERE revision = '" + SECOND + "'"))
                    .isEqualTo("service");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_validation_says_all_that_is_not_in_sync(Kind kind) {
        try (var database = Database.of(kind)) {
            on(database, first).deploy();
            database.execute("ALTER TABLE purchase_order ADD COLUMN by_hand text NOT NULL DEFAULT ''");

            assertThatThrownBy(() -> on(database, second).validate())
                    .hasMessage("migration orders " + SECOND + " (vX.X.X) is pending\n"
                            + "table purchase_order: column by_hand is in the database only")
                    .extracting("code")
                    .isEqualTo(ErrorCode.NOT_IN_SYNC);

            on(database, second).deploy();
            assertThatThrownBy(() -> on(database, first).validate())
                    .hasMessageContaining(SECOND)
                    .extracting("code")
                    .isEqualTo(ErrorCode.INCOMPATIBLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void replicas_that_start_at_once_deploy_once(Kind kind) throws Exception {
        try (var database = Database.of(kind);
                var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> replica =
                    () -> on(database, second).deploy().applied().size();

            var applied = new ArrayList<Integer>();
            for (var result :
                    threads.invokeAll(Stream.generate(() -> replica).limit(4).toList())) {
                applied.add(result.get());
            }

            assertThat(applied).containsExactlyInAnyOrder(2, 0, 0, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_that_another_tool_made_are_taken_over_without_a_change(Kind kind) {
        try (var database = Database.of(kind)) {
            database.execute(
                    "CREATE TABLE purchase_order (id bigint NOT NULL)", "INSERT INTO purchase_order VALUES (7)");
            assertThatThrownBy(() -> on(database, first).stamp())
                    .hasMessageContaining("the primary key")
                    .extracting("code")
                    .isEqualTo(ErrorCode.NOT_IN_SYNC);
            assertThat(on(database, first).plan()).hasSize(1);

            database.execute(on(database, first).repair().stream()
                    .filter(line -> !line.startsWith("--"))
                    .toArray(String[]::new));

            assertThat(on(database, first).stamp()).containsExactly("orders " + FIRST + " (vX.X.X)");
            on(database, first).validate();
            assertThat(on(database, second).deploy().applied()).hasSize(1);
            assertThat(database.value("SELECT id FROM purchase_order")).isEqualTo("7");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_column_with_values_is_dropped_only_if_allowed(Kind kind) throws Exception {
        var classes = Files.createDirectory(folder.resolve("third"));
        ModuleFixture.of(
                        "com.example.shop.orders",
                        "version = \"1.0.0\", migration = \"cccccccccccc\", tablePrefix = \"\"")
                .migration("V1", "id = \"" + FIRST + "\"", TABLE)
                .migration(
                        "V2",
                        "id = \"" + SECOND + "\", down = \"" + FIRST + "\"",
                        "op.addColumn(\"purchase_order\", \"note\", lamin.schema.model.ColumnTypes.text());")
                .migration(
                        "V3",
                        "id = \"cccccccccccc\", down = \"" + SECOND + "\"",
                        "op.dropColumn(\"purchase_order\", \"note\");")
                .compileTo(classes);
        try (var third = ModuleFixture.loader(classes);
                var database = Database.of(kind)) {
            on(database, second).deploy();
            database.execute("INSERT INTO purchase_order VALUES (1, 'fragile')");

            assertThatThrownBy(() -> on(database, third).deploy())
                    .hasMessageContaining("purchase_order.note")
                    .isInstanceOf(LaminException.class);
            on(database, third).allowingDrops("purchase_order.note").deploy();

            assertThat(database.rows("SELECT * FROM purchase_order")).containsExactly("1");
        }
    }
}
