package lnschema_lamin1.migrations.versions;

import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.string;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "c8e48d18f63e", down = "58c82b11f0c1", release = "v0.2.0", checksum = "c1:b62a090222af94c2c88374c3cb3906cc8a735477ac853b1f4b584d7aafe97a31")
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
