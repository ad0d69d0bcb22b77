package lnschema_lamin1.migrations.versions;

import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "a904efb4bd6c", down = "dcdbe7d33342", release = "v0.4.0", checksum = "c2:6e25f0ed74bae22e7503c6970df7856291e4daba51f34621367e5c76ce00af5a")
public final class V2026_11_22_a904efb4bd6c_v0_4_0 implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.addColumn("lamin1_experiment", "description", text());
        op.alterColumn("lamin1_experiment", "name").type(string(150)).nullable(false).fill("'unnamed'");
        op.createIndex("lamin1_experiment", "name");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("lamin1_experiment", "lamin1_experiment_name_idx");
        op.alterColumn("lamin1_experiment", "name").type(string(64)).nullable(true);
        op.dropColumn("lamin1_experiment", "description");
    }
}
