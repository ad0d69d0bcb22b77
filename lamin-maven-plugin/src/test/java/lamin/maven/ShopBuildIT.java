package lamin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import lamin.project.AuthorsMachine;
import lamin.testing.databases.TestDatabase;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A team builds two projects with Maven, on a machine without {@code lamin}: orders and counts refer to stock items, counts are in
 * the same project; Lombok writes the accessors, and packages and tables are called as in any Spring Boot service.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes a terminal by a program of Linux")
class ShopBuildIT {
    private static final Path PROJECT = Path.of("src/test/shop");

    private static AuthorsMachine machine;
    private static Path shop;

    @BeforeAll
    static void makeMachine() throws Exception {
        machine = BuiltArtifacts.machine("shop");
        shop = machine.copyOf(PROJECT);
    }

    @Test
    void its_migrations_are_written_checked_and_deployed_by_maven_alone() throws Exception {
        assertThat(machine.maven(shop, "lamin:create"))
                .containsSubsequence(
                        "wrote src/main/java/com/acme/shop/inventory/migrations/versions/",
                        "wrote src/main/java/com/acme/shop/audit/migrations/versions/",
                        "wrote src/main/java/com/acme/shop/orders/migrations/versions/");
        assertThat(script("inventory", "audit")).contains(".references(\"stock_item\")", "dependsOn = ");
        assertThat(script("orders", "orders"))
                .contains("\"shipped_to\"", ".references(\"stock_item\")", "dependsOn = ");

        assertThat(machine.maven(shop, "verify")).contains("lamin-maven-plugin", "in sync");

        rename("shippedTo", "deliveredTo");
        assertThat(machine.maven(1, shop, "verify"))
                .contains("op.alterColumn(\"purchase_orders\", \"shipped_to\").newName(\"delivered_to\");")
                .contains("on project orders: module orders is not in order (exit code 3), see above");
        assertThat(machine.maven(1, shop, "lamin:create"))
                .contains("-Dlamin.module=orders -Dlamin.rename=purchase_orders.shipped_to=delivered_to")
                .contains("-Dlamin.module=orders -Dlamin.drop=purchase_orders.shipped_to");
        assertThat(machine.mavenAtTerminal(shop, "y\n", "lamin:create"))
                .contains("was purchase_orders.shipped_to renamed to delivered_to? [y/N]", "deploy: mvn lamin:deploy");

        for (var kind : Kind.values()) {
            deploy(kind);
        }
    }

    private static void deploy(Kind kind) throws Exception {
        try (var database = kind.create()) {
            var url = "-Dlamin.url=" + database.jdbcUrl();
            assertThat(machine.maven(shop, "lamin:deploy", "lamin:status", "lamin:plan", url))
                    .as("%s", kind)
                    .contains(
                            "deployed inventory",
                            "deployed audit",
                            "deployed orders",
                            "orders 1.0.0: in sync at ",
                            "nothing to deploy");
            assertThat(orders(database)).isZero();
        }
    }

    private static long orders(TestDatabase database) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(delivered_to) FROM purchase_orders")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void rename(String field, String newName) throws IOException {
        var entity = shop.resolve("orders/src/main/java/com/acme/shop/orders/PurchaseOrder.java");
        var capital = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        var newCapital = Character.toUpperCase(newName.charAt(0)) + newName.substring(1);
        Files.writeString(
                entity, Files.readString(entity).replace(field, newName).replace("get" + capital, "get" + newCapital));
    }

    private static String script(String project, String module) throws IOException {
        try (var files =
                Files.list(shop.resolve(project + "/src/main/java/com/acme/shop/" + module + "/migrations/versions"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }
}
