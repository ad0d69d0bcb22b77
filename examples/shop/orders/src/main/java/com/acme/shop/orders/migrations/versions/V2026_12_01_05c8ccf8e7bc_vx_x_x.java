package com.acme.shop.orders.migrations.versions;

import static lamin.schema.model.ColumnTypes.*;
import static lamin.schema.sql.DatabaseSql.sql;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.operation.Operations;

@Revision(id = "05c8ccf8e7bc", release = "vX.X.X", dependsOn = "8d223bb1e5c0", hibernate = "7.2.19.Final")
public final class V2026_12_01_05c8ccf8e7bc_vx_x_x implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("customer")
                .column("id", uuid()).notNull()
                .column("name", string(255)).notNull()
                .column("street", string(255))
                .column("town", string(255))
                .column("billing_street", string(255)).property("billed_to_street")
                .column("billing_town", string(255)).property("billed_to_town")
                .primaryKey("id");
        op.createTable("payment")
                .column("id", int64()).notNull()
                .column("kind", string(20)).property("dtype").notNull()
                .column("amount", decimal(12, 2)).notNull()
                .column("iban", string(34))
                .column("last_digits", string(255))
                .primaryKey("id");
        op.createTable("purchase_order")
                .column("id", int64()).notNull()
                .column("customer_id", uuid()).notNull()
                .column("placed_at", timestamptz())
                .column("payment_id", int64())
                .primaryKey("id")
                .foreignKey("customer_id").references("customer")
                .foreignKey("payment_id").references("payment")
                .unique("payment_id")
                .index("customer_id");
        op.createTable("order_line")
                .column("order_id", int64()).notNull()
                .column("number", int32()).notNull()
                .column("product_id", int64()).notNull()
                .column("quantity", int32()).notNull()
                .primaryKey("order_id", "number")
                .foreignKey("order_id").references("purchase_order")
                .foreignKey("product_id").references("product")
                .check("quantity > 0")
                .index("order_id")
                .index("product_id");
        op.createSequence("payment_numbers").startWith(1000).incrementBy(10).numbers("payment", "id");
        op.createSequence("purchase_order_seq").incrementBy(50).numbers("purchase_order", "id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropSequence("purchase_order_seq");
        op.dropSequence("payment_numbers");
        op.dropTable("order_line");
        op.dropTable("purchase_order");
        op.dropTable("payment");
        op.dropTable("customer");
    }
}
