package com.acme.shop.catalog.migrations.versions;

import static lamin.schema.model.ColumnTypes.*;
import static lamin.schema.sql.DatabaseSql.sql;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.operation.Operations;

@Revision(id = "8d223bb1e5c0", release = "vX.X.X", hibernate = "7.2.19.Final")
public final class V2026_12_01_8d223bb1e5c0_vx_x_x implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("category")
                .column("id", int64()).notNull()
                .column("version", int32()).notNull()
                .column("created_at", timestamptz())
                .column("name", string(100)).notNull()
                .column("part_of_id", int64())
                .primaryKey("id")
                .foreignKey("part_of_id").references("category")
                .unique("name")
                .index("part_of_id");
        op.createTable("product")
                .column("id", int64()).notNull()
                .column("version", int32()).notNull()
                .column("created_at", timestamptz())
                .column("sku", string(20)).notNull()
                .column("name", string(255)).notNull()
                .column("description", text())
                .column("amount", decimal(12, 2))
                .column("currency", string(3))
                .column("availability", string(255)).defaultValue("IN_STOCK")
                .column("fragile", sqlType("char(1)")).notNull()
                .column("size", sqlType("char(1)")).notNull()
                .column("sold_since", date())
                .column("thumbnail", bytes())
                .primaryKey("id")
                .unique("sku")
                .checkNamed("product_availability_enum", "availability in ('IN_STOCK', 'ON_ORDER', 'SOLD_OUT')")
                .index("name", "sold_since");
        op.createTable("product_categories").entity("Product_categories")
                .column("product_id", int64()).notNull()
                .column("categories_id", int64()).property("category_id").notNull()
                .primaryKey("product_id", "categories_id")
                .foreignKey("product_id").references("product")
                .foreignKey("categories_id").references("category")
                .index("product_id")
                .index("categories_id");
        op.createTable("product_names").entity("Product_names")
                .column("product_id", int64()).notNull()
                .column("language", string(5)).property("names_key").notNull()
                .column("names", string(255))
                .primaryKey("product_id", "language")
                .foreignKey("product_id").references("product")
                .index("product_id");
        op.createTable("product_pictures").entity("Product_pictures")
                .column("product_id", int64()).notNull()
                .column("pictures_order", int32()).notNull()
                .column("pictures", string(255))
                .primaryKey("product_id", "pictures_order")
                .foreignKey("product_id").references("product")
                .index("product_id");
        op.createSequence("category_seq").incrementBy(50).numbers("category", "id");
        op.createSequence("product_seq").incrementBy(50).numbers("product", "id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropSequence("product_seq");
        op.dropSequence("category_seq");
        op.dropTable("product_pictures");
        op.dropTable("product_names");
        op.dropTable("product_categories");
        op.dropTable("product");
        op.dropTable("category");
    }
}
