package lnschema_lamin1.migrations.versions;

import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "a904efb4bd6c", down = "dcdbe7d33342", release = "v0.4.0", checksum = "c1:4340cde64181058b9926dce74eb41ba62a5f35100810d3444caf05cc7befa66e")
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
