package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.introspect.Introspector;
import lamin.testing.databases.TestDatabase;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Maven project whose entities are in packages of its own, named as Spring Boot names them: two modules. */
class OrdinaryProjectTest {
    private Path project = Path.of("");
    private Cli cli = Cli.in(Path.of(""));

    @BeforeEach
    void makeProject(@TempDir Path folder) throws IOException {
        project = folder.toRealPath().resolve("shop");
        cli = Cli.in(folder.toRealPath());
        write("pom.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1.0.0-SNAPSHOT</version>
                  <properties>
                    <maven.compiler.release>21</maven.compiler.release>
                  </properties>
                </project>
                """);
        module("inventory");
        write(source("inventory", "StockItem"), """
                package com.example.shop.inventory;

                import jakarta.persistence.*;

                @Entity
                public class StockItem {
                    private Long id;
                    private String itemName;

                    @Id
                    @GeneratedValue(strategy = GenerationType.IDENTITY)
                    public Long getId() { return id; }
                    public void setId(Long id) { this.id = id; }
                    public String getItemName() { return itemName; }
                    public void setItemName(String itemName) { this.itemName = itemName; }
                }
                """);
        module("orders");
        write(source("orders", "PurchaseOrder"), """
                package com.example.shop.orders;

                import com.example.shop.inventory.StockItem;
                import jakarta.persistence.*;

                @Entity
                @Table(name = "PurchaseOrders")
                public class PurchaseOrder {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
                    @ManyToOne private StockItem stockItem;
                    private String shippedTo;
                }
                """);
    }

    private void module(String name) throws IOException {
        write(source(name, "package-info"), """
                @SchemaModule(version = "1.0.0", naming = Naming.SPRING)
                package com.example.shop.%s;

                import lamin.schema.Naming;
                import lamin.schema.SchemaModule;
                """.formatted(name));
    }

    private static String source(String module, String name) {
        return "src/main/java/com/example/shop/" + module + "/" + name + ".java";
    }

    private void write(String file, String text) throws IOException {
        var path = project.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    private Cli in(String module) {
        return cli.at(project.resolve("src/main/java/com/example/shop/" + module));
    }

    @Test
    void each_module_gets_its_migrations_and_the_names_of_spring() throws IOException {
        var inventory = in("inventory").run("migrate", "create");
        assertThat(inventory.exitCode()).as(inventory.err()).isZero();
        assertThat(script("inventory"))
                .contains("op.createTable(\"stock_item\")", ".column(\"id\", int64())", ".identity()", "\"item_name\"")
                .doesNotContain(".entity(");

        var orders = in("orders").run("migrate", "create");
        assertThat(orders.exitCode()).as(orders.err()).isZero();
        assertThat(script("orders"))
                .contains(
                        "op.createTable(\"purchase_orders\")",
                        ".entity(\"PurchaseOrder\")",
                        ".references(\"stock_item\")",
                        "dependsOn = ");

        assertThat(project.resolve("src/main/resources/META-INF/lamin/modules"))
                .hasContent("com.example.shop.inventory\ncom.example.shop.orders");
        assertThat(in("inventory").run("migrate", "check").exitCode()).isZero();
        assertThat(in("orders").run("migrate", "check").exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void printed_lines_of_sequences_compile_and_deploy(Kind kind) throws IOException {
        write(source("inventory", "Box"), numbered("Box", "boxes", 50));
        write(source("inventory", "Crate"), numbered("Crate", "crates", 50));
        succeeds("migrate", "create");
        try (var database = kind.create()) {
            succeeds("migrate", "deploy", "--jdbc", database.jdbcUrl());

            write(source("inventory", "Box"), numbered("Box", "box_ids", 10));
            Files.delete(project.resolve(source("inventory", "Crate")));
            write(source("inventory", "Barrel"), numbered("Barrel", "barrels", 1));
            succeeds("migrate", "generate");
            var block = in("inventory").run("migrate", "check");
            assertThat(block.out())
                    .contains(
                            "op.renameSequence(\"boxes\", \"box_ids\");",
                            "op.alterSequence(\"box_ids\").incrementBy(10);",
                            "op.createSequence(\"barrels\").numbers(\"barrel\", \"id\");",
                            "op.dropSequence(\"crates\");");
            PastedBlock.of(block.outLines()).into(openScript());

            succeeds("migrate", "check");
            succeeds("migrate", "deploy", "--jdbc", database.jdbcUrl(), "--allow-drop", "crate");
            succeeds("migrate", "status", "--jdbc", database.jdbcUrl());
        }
    }

    private static String numbered(String entity, String sequence, int allocationSize) {
        return """
                package com.example.shop.inventory;

                import jakarta.persistence.*;

                @Entity
                public class %s {
                    @Id
                    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
                    @SequenceGenerator(name = "ids", sequenceName = "%s", allocationSize = %d)
                    private Long id;
                }
                """.formatted(entity, sequence, allocationSize);
    }

    private void succeeds(String... arguments) {
        var result = in("inventory").run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private Path openScript() throws IOException {
        try (var scripts =
                Files.list(project.resolve("src/main/java/com/example/shop/inventory/migrations/versions"))) {
            return scripts.max(
                            Comparator.comparingLong(script -> script.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    @Test
    void core_is_no_part_of_its_sql_and_of_its_picture() {
        createBoth();

        var sql = in("orders").run("migrate", "sql", "--dialect", "postgresql");
        assertThat(sql.out())
                .as(sql.err())
                .contains("CREATE TABLE \"stock_item\"", "CREATE TABLE \"purchase_orders\"")
                .doesNotContain("lamindb_artifact");
        var graph = in("orders").run("schema", "graph", "--migrations", "--format", "mermaid");
        assertThat(graph.out())
                .as(graph.err())
                .contains("purchase_orders", "stock_item")
                .doesNotContain("lamindb_");
        assertThat(cli.run("schema", "graph", "--migrations").err()).contains("no schema module here", "--module");
    }

    @Test
    void a_release_leaves_a_version_alone_that_the_parent_has() throws IOException {
        createBoth();
        var pom = project.resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replace(
                                "<groupId>com.example</groupId>",
                                "<parent><groupId>com.example</groupId><artifactId>all</artifactId>"
                                        + "<version>1.0.0-SNAPSHOT</version><relativePath>../parent.xml</relativePath></parent>")
                        .replaceFirst("(?s)(<artifactId>shop</artifactId>)\\s*<version>.*?</version>", "$1"));
        Files.writeString(pom.resolveSibling("../parent.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>all</artifactId>
                  <version>1.0.0-SNAPSHOT</version>
                  <packaging>pom</packaging>
                </project>
                """);
        var before = Files.readString(pom);

        var released = in("inventory").run("migrate", "release", "1.0.0");

        assertThat(released.exitCode()).as(released.err()).isZero();
        assertThat(pom).hasContent(before);
        assertThat(script("inventory")).contains("release = \"v1.0.0\"");
    }

    private String script(String module) throws IOException {
        try (Stream<Path> files =
                Files.list(project.resolve("src/main/java/com/example/shop/" + module + "/migrations/versions"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_without_an_instance_is_deployed_to_compared_and_brought_back(Kind kind) {
        try (var database = kind.create()) {
            createBoth();

            var behind = in("orders").run("migrate", "plan", "--jdbc", database.jdbcUrl());
            assertThat(behind.out()).as(behind.err()).contains("stock_item", "purchase_orders");
            var deployed = in("orders").run("migrate", "deploy", "--jdbc", database.jdbcUrl());
            assertThat(deployed.exitCode()).as(deployed.err()).isZero();
            assertThat(deployed.outLines()).hasSize(2);

            assertThat(tables(database))
                    .contains("stock_item", "purchase_orders")
                    .doesNotContain("lamindb_artifact");
            assertThat(in("orders")
                            .run("migrate", "status", "--jdbc", database.jdbcUrl())
                            .exitCode())
                    .isZero();
            var back = in("orders").run("migrate", "downgrade", "orders@base", "--yes", "--jdbc", database.jdbcUrl());
            assertThat(back.exitCode()).as(back.err()).isZero();
            assertThat(in("orders")
                            .run("migrate", "status", "--jdbc", database.jdbcUrl())
                            .exitCode())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_that_the_project_has_already_are_taken_over(Kind kind) throws Exception {
        try (var database = kind.create()) {
            createBoth();
            var key = kind == Kind.SQLITE ? "integer PRIMARY KEY AUTOINCREMENT NOT NULL" : "bigserial PRIMARY KEY";
            execute(
                    database,
                    "CREATE TABLE stock_item (id " + key + ", item_name varchar(255))",
                    "INSERT INTO stock_item (item_name) VALUES ('bolt')");

            var stamped = cli.at(project.resolve("src/main/java/com/example/shop/inventory"))
                    .run("migrate", "stamp", "--verify", "--jdbc", database.jdbcUrl(), "--module", "inventory");
            assertThat(stamped.exitCode()).as(stamped.out() + stamped.err()).isZero();
            assertThat(stamped.out()).contains("stamped inventory", "the tables agree");

            assertThat(in("orders")
                            .run("migrate", "deploy", "--jdbc", database.jdbcUrl())
                            .outLines())
                    .singleElement()
                    .asString()
                    .contains("deployed orders");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_of_several_modules_are_taken_over_together(Kind kind) throws Exception {
        try (var database = kind.create()) {
            createBoth();
            var both = List.of("--jdbc", database.jdbcUrl(), "--module", "inventory", "--module", "orders");
            assertThat(in("orders").run(migrate("deploy", both)).exitCode()).isZero();
            execute(
                    database,
                    "DELETE FROM migration_orders",
                    "DELETE FROM migration_inventory",
                    "DELETE FROM lamin_migration",
                    "DELETE FROM lamin_verified");

            var stamped = in("orders").run(migrate("stamp", both));
            assertThat(stamped.out()).as(stamped.err()).contains("stamped inventory", "stamped orders");
            assertThat(in("orders").run(migrate("status", both)).exitCode()).isZero();
            assertThat(in("orders").run(migrate("stamp 1234", both)).err())
                    .contains("a revision is of one module, and --module names several");
        }
    }

    private static String[] migrate(String command, List<String> options) {
        return Stream.concat(Stream.of(("migrate " + command).split(" ", -1)), options.stream())
                .toArray(String[]::new);
    }

    @Test
    void what_the_option_does_not_understand_is_refused() {
        createBoth();

        assertThat(in("orders")
                        .run("migrate", "status", "--jdbc", "jdbc:mysql://here/shop")
                        .err())
                .contains("--jdbc takes jdbc:postgresql://HOST/NAME?user=USER or jdbc:sqlite:FILE");
        assertThat(in("orders").run("migrate", "deploy", "--module", "orders").err())
                .contains("--module goes with --jdbc");
        assertThat(cli.run("migrate", "deploy", "--jdbc", "jdbc:sqlite:new.db").err())
                .contains("name them with --module");
    }

    @Test
    void only_a_deploy_creates_a_sqlite_file() {
        createBoth();
        var url = "jdbc:sqlite:new.db";
        for (var command : List.of("status", "stamp --verify", "downgrade base")) {
            var refused = in("orders").run(migrate(command, List.of("--jdbc", url)));
            assertThat(refused.err()).as(command).contains("there is no ", "new.db");
            assertThat(refused.exitCode()).as(command).isEqualTo(2);
        }
        assertThat(in("orders").run("migrate", "plan", "--jdbc", url).out()).contains("orders", "inventory");
        assertThat(cli.files().keySet()).noneMatch(file -> file.endsWith("new.db"));

        assertThat(in("orders").run("migrate", "deploy", "--jdbc", url).exitCode())
                .isZero();

        assertThat(cli.files().keySet()).anyMatch(file -> file.endsWith("new.db"));
    }

    private void createBoth() {
        for (var module : List.of("inventory", "orders")) {
            var created = in(module).run("migrate", "create");
            assertThat(created.exitCode()).as(created.err()).isZero();
        }
    }

    private static void execute(TestDatabase database, String... statements) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> tables(TestDatabase database) {
        try (var connection = database.connection()) {
            return Introspector.read(connection).tables().stream()
                    .map(table -> table.name().name())
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void in_the_folder_of_the_project_the_modules_are_named() {
        var created = cli.at(project).run("migrate", "create");

        assertThat(created.exitCode()).isEqualTo(4);
        assertThat(created.err())
                .contains("src/main/java/com/example/shop/inventory, src/main/java/com/example/shop/orders")
                .contains("go to the folder of one of them");
    }

    @Test
    void all_properties_that_have_no_column_type_are_reported_at_once() throws IOException {
        write(source("inventory", "Shelf"), """
                package com.example.shop.inventory;

                import jakarta.persistence.*;

                @Entity
                public class Shelf {
                    @Id private Long id;
                    @Column(columnDefinition = "a") private String a;
                    @Column(columnDefinition = "b") private String b;
                    @Column(columnDefinition = "c") private String c;
                    @Column(columnDefinition = "d") private String d;
                    @Column(columnDefinition = "e") private String e;
                }
                """);

        var created = in("inventory").run("migrate", "create");

        assertThat(created.exitCode()).isEqualTo(4);
        assertThat(created.err()).contains("Shelf.a: ", "Shelf.b: ", "Shelf.c: ", "Shelf.d: ", "Shelf.e: ");
    }
}
