package lamin.spring.shop.migrations.versions;

import static lamin.schema.model.ColumnTypes.int64;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "aaaaaaaaaaaa")
public final class V2026_11_01_aaaaaaaaaaaa_vx_x_x implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("purchase_order").column("id", int64()).identity().primaryKey("id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("purchase_order");
    }
}
