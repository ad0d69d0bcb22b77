package lamin.spring.shop.migrations.versions;

import static lamin.schema.model.ColumnTypes.string;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "bbbbbbbbbbbb", down = "aaaaaaaaaaaa")
public final class V2026_11_02_bbbbbbbbbbbb_vx_x_x implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.addColumn("purchase_order", "shipped_to", string(255));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("purchase_order", "shipped_to");
    }
}
