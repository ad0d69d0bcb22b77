package lnschema_lamin1.migrations.versions;

import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.string;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "c8e48d18f63e", down = "58c82b11f0c1", release = "v0.2.0", checksum = "c2:e3b4984fa23f4557cbc92c09a8920bde6783dcbd58392b4b6a73be04593982bd")
public final class V2026_11_22_c8e48d18f63e_v0_2_0 implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.renameTable("lamin1_compound", "lamin1_treatment");
        op.alterColumn("lamin1_treatment", "dose").newName("concentration");
        op.dropConstraint("lamin1_treatment", "lamin1_treatment_name_concentration_key");
        op.addColumn("lamin1_treatment", "unit", string(16));
        op.alterColumn("lamin1_treatment", "concentration").type(decimal(12, 6));
        op.createUniqueConstraint("lamin1_treatment", "name", "concentration", "unit");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("lamin1_treatment", "lamin1_treatment_name_concentration_unit_key");
        op.alterColumn("lamin1_treatment", "concentration").type(decimal(8, 3));
        op.dropColumn("lamin1_treatment", "unit");
        op.createUniqueConstraint("lamin1_treatment", "name", "concentration");
        op.alterColumn("lamin1_treatment", "concentration").newName("dose");
        op.renameTable("lamin1_treatment", "lamin1_compound");
    }
}
