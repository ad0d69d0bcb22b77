package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.TestDatabase;

/** A Maven project with entities as a service has them that another tool migrates. */
record ForeignService(Path folder) {
    private static final String SOURCES = "src/main/java/com/example/shop/orders";

    static ForeignService in(Path folder) throws IOException {
        var service = new ForeignService(folder);
        service.write("pom.xml", """
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
        service.writeCustomer("");
        service.writeSource("PurchaseOrder", """
                package com.example.shop.orders;

                import jakarta.persistence.*;
                import java.math.BigDecimal;
                import java.time.Instant;

                @Entity
                public class PurchaseOrder {
                    enum Status { NEW, PAID, SENT }

                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
                    @ManyToOne(optional = false) private Customer customer;
                    @Enumerated(EnumType.STRING) @Column(nullable = false) private Status status;
                    @Column(precision = 12, scale = 2) private BigDecimal total;
                    private Instant placedAt;
                    @Column(columnDefinition = "text") private String remark;
                }
                """);
        return service;
    }

    /** With one more property. */
    void writeCustomer(String property) throws IOException {
        writeSource("Customer", """
                package com.example.shop.orders;

                import jakarta.persistence.*;

                @Entity
                public class Customer {
                    @Id @GeneratedValue private Long id;
                    @Column(nullable = false, unique = true) private String email;
                    private String name;
                    %s
                }
                """.formatted(property));
    }

    void writeSource(String name, String text) throws IOException {
        write(SOURCES + "/" + name + ".java", text);
    }

    void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    static void insertRows(TestDatabase database) {
        execute(
                database,
                "INSERT INTO customer VALUES (1, 'a@example.com', 'O''Neill'), (2, '', NULL)",
                "INSERT INTO purchase_order (customer_id, status, total, placed_at, remark)"
                        + " VALUES (1, 'NEW', -0.01, '1999-12-31 23:59:59.999999+00', E'a\\nb'),"
                        + " (2, 'SENT', 9999999999.99, NULL, '')");
    }

    static void execute(TestDatabase database, String... statements) {
        try (var connection = database.connection()) {
            for (var sql : statements) {
                Jdbc.execute(connection, sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** All rows of the service's tables and of a history. */
    static List<String> rows(TestDatabase database, String history) {
        try (var connection = database.connection()) {
            return Jdbc.query(
                    connection,
                    "SELECT row(id, email, name)::text FROM customer UNION ALL"
                            + " SELECT row(id, customer_id, status, total, placed_at, remark)::text FROM purchase_order"
                            + " UNION ALL SELECT h::text FROM " + history + " h ORDER BY 1",
                    row -> row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** What a deploy says that was not preceded by a stamp. */
    static String deployUnstamped(Cli cli, TestDatabase database) {
        var refused = cli.run("migrate", "deploy", "--jdbc", database.jdbcUrl(), "--module", "orders");
        assertThat(refused.exitCode()).isNotZero();
        return refused.err();
    }

    /** The printed SQL without its transaction, for a script of the other tool. */
    static String repair(Cli cli, String jdbcUrl) throws IOException {
        var differs = cli.run("migrate", "stamp", "--verify", "--json", "--jdbc", jdbcUrl, "--module", "orders");
        assertThat(differs.exitCode()).isEqualTo(3);
        var script = new StringBuilder();
        for (var line : TestJson.read(differs.out()).at("/modules/0/repair")) {
            if (!List.of("BEGIN;", "COMMIT;").contains(line.asText())) {
                script.append(line.asText()).append('\n');
            }
        }
        return script.toString();
    }
}
