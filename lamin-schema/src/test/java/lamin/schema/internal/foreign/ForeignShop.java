package lamin.schema.internal.foreign;

import static lamin.schema.model.ColumnTypes.bytes;
import static lamin.schema.model.ColumnTypes.date;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.timestamp;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static lamin.schema.model.ColumnTypes.uuid;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import lamin.schema.deploy.LastStep;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.introspect.Difference;
import lamin.schema.internal.stamp.Stamp;
import lamin.schema.internal.stamp.StampResult;
import lamin.schema.model.Owner;
import lamin.testing.databases.TestDatabase.Kind;
import org.jspecify.annotations.Nullable;

/** A shop whose tables another tool made, and the module that its entities need: without a prefix, as in an ordinary service. */
final class ForeignShop {
    static final TestModule MODULE = new TestModule(new Owner("shop", ""), "1.0.0", List.of())
            .then("aaaaaaaaaaaa", op -> {
                op.createTable("customer")
                        .column("id", int64())
                        .notNull()
                        .column("email", string(255))
                        .notNull()
                        .column("name", string(255))
                        .column("balance", decimal(19, 6))
                        .column("born", date())
                        .column("seen_at", timestamptz())
                        .column("token", uuid())
                        .primaryKey("id")
                        .unique("email");
                op.createTable("purchase_order")
                        .column("id", int64())
                        .identity()
                        .column("customer_id", int64())
                        .notNull()
                        .column("status", string(255))
                        .notNull()
                        .column("placed_at", timestamp())
                        .notNull()
                        .column("remark", text())
                        .column("weight", float64())
                        .column("label", bytes())
                        .primaryKey("id")
                        .check("status in ('NEW', 'PAID', 'SENT')")
                        .foreignKey("customer_id")
                        .references("customer")
                        .index("customer_id");
                op.createTable("order_line")
                        .column("order_id", int64())
                        .notNull()
                        .column("line", int32())
                        .notNull()
                        .column("product", string(40))
                        .notNull()
                        .column("amount", decimal(10, 2))
                        .notNull()
                        .primaryKey("order_id", "line")
                        .foreignKey("order_id")
                        .references("purchase_order")
                        .index("product");
                op.createTable("country")
                        .column("code", string(2))
                        .notNull()
                        .column("name", text())
                        .notNull()
                        .primaryKey("code");
                op.createSequence("customer_seq").incrementBy(50).numbers("customer", "id");
            });

    /** With a migration that comes after the change of tools. */
    static final TestModule NEXT = MODULE.then("bbbbbbbbbbbb", op -> {
        op.addColumn("customer", "nickname", string(40));
        op.alterColumn("purchase_order", "remark").newName("note");
        op.alterColumn("purchase_order", "note").newName("remark");
        op.createIndex("customer", "nickname");
    });

    private ForeignShop() {}

    /** Inserts rows whose values tools like to change. */
    static void insertRows(Connection connection, Kind kind) throws SQLException {
        boolean isSqlite = kind == Kind.SQLITE;
        var zone = isSqlite ? "" : "+00";
        try (var customer = connection.prepareStatement("INSERT INTO customer VALUES (?, ?, ?, ?, "
                        + (isSqlite ? "?, ?, ?)" : "?::date, ?::timestamptz, ?::uuid)"));
                var order = connection.prepareStatement(
                        "INSERT INTO purchase_order (customer_id, status, placed_at, remark, weight, label) VALUES (?, ?, "
                                + (isSqlite ? "?" : "?::timestamp") + ", ?, ?, ?)");
                var line = connection.prepareStatement("INSERT INTO order_line VALUES (?, ?, ?, ?)")) {
            insert(
                    customer,
                    1,
                    "a@example.com",
                    "O'Neill \"quoted\" \\ \u00e9\ud83d\ude00",
                    new BigDecimal("9999999999999.999999"),
                    "2024-02-29",
                    "1999-12-31 23:59:59.999999" + zone,
                    "00000000-0000-0000-0000-000000000000");
            insert(
                    customer,
                    Long.MAX_VALUE,
                    "",
                    "  \t\r\n ",
                    new BigDecimal("-0.000001"),
                    "0001-01-01",
                    "2026-03-29 02:30:00" + zone,
                    "ffffffff-ffff-ffff-ffff-ffffffffffff");
            insert(customer, -5, "null", "NULL", null, null, null, null);
            insert(order, 1, "NEW", "2026-10-25 02:30:00.000001", "x".repeat(70_000), 1e-300, new byte[] {0, -1, 39, 10
            });
            insert(order, Long.MAX_VALUE, "PAID", "1582-10-10 00:00:00", "", -0.0, new byte[0]);
            insert(order, -5, "SENT", "9999-12-31 23:59:59.999999", null, null, null);
            insert(line, 1, 1, "0012", new BigDecimal("0.10"));
            insert(line, 1, 2, "1e3", new BigDecimal("99999999.99"));
            insert(line, 3, Integer.MAX_VALUE, "", new BigDecimal("-1.00"));
        }
    }

    private static void insert(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    static StampResult stamp(Database database, TestModule module) {
        return Stamp.of(database.deployer(module), List.of()).write(Set.of(), LastStep.NONE);
    }

    static List<String> grave(StampResult result) {
        return result.grave().stream().map(Difference::inDatabase).toList();
    }

    /** Runs the printed SQL as a user would. */
    static void repair(Database database, StampResult result) {
        database.execute(result.modules().stream()
                .flatMap(module -> module.repair().stream())
                .filter(line -> !line.startsWith("--"))
                .toArray(String[]::new));
    }
}
