package lnschema_lamin1.migrations.versions;

import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.int16;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.json;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.timestamptz;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "dcdbe7d33342", down = "c8e48d18f63e", release = "v0.3.0", dependsOn = {"2dc79200182f", "817d36a0b276"}, checksum = "c2:700d7c4b702fcfee80365a87efe75b102f206212cc5f3e23bc290ef0ffc96cd2")
public final class V2026_11_22_dcdbe7d33342_v0_3_0 implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.alterColumn("lamin1_biosample", "label").newName("name");
        op.createTable("lamin1_well")
                .column("id", int32()).identity()
                .column("branch_id", int32()).notNull().defaultValue(1)
                .column("created_on_id", int32()).notNull().defaultValue(1)
                .column("space_id", int16()).notNull().defaultValue(1)
                .column("is_locked", bool()).notNull().defaultValue(false)
                .column("_aux", json()).property("aux").defaultValue("null")
                .column("created_at", timestamptz()).notNull().defaultNow()
                .column("created_by_id", int32()).notNull()
                .column("run_id", int64())
                .column("updated_at", timestamptz()).notNull().defaultNow()
                .column("uid", string(12)).notNull()
                .column("plate", string(64)).notNull()
                .column("plate_row", string(2)).notNull()
                .column("plate_column", int32()).notNull()
                .column("biosample_id", int32()).notNull()
                .column("treatment_id", int32())
                .column("artifact_id", int32())
                .primaryKey("id")
                .foreignKey("branch_id").references("lamindb_branch").deferrable()
                .foreignKey("created_on_id").references("lamindb_branch").deferrable()
                .foreignKey("space_id").references("lamindb_space").deferrable()
                .foreignKey("created_by_id").references("lamindb_user").deferrable()
                .foreignKey("run_id").references("lamindb_run").deferrable()
                .foreignKey("biosample_id").references("lamin1_biosample").deferrable()
                .foreignKey("treatment_id").references("lamin1_treatment").deferrable()
                .foreignKey("artifact_id").references("lamindb_artifact").deferrable()
                .unique("uid")
                .unique("plate", "plate_row", "plate_column")
                .index("branch_id")
                .index("created_on_id")
                .index("space_id")
                .index("created_by_id")
                .index("run_id")
                .index("biosample_id")
                .index("treatment_id")
                .index("artifact_id");
        op.addColumn("lamin1_biosample", "cell_line_id", int32());
        op.addColumn("lamin1_biosample", "tissue_id", int32());
        op.createForeignKey("lamin1_biosample", "cell_line_id").references("bionty_cellline").deferrable();
        op.createForeignKey("lamin1_biosample", "tissue_id").references("bionty_tissue").deferrable();
        op.createIndex("lamin1_biosample", "cell_line_id");
        op.createIndex("lamin1_biosample", "tissue_id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("lamin1_biosample", "lamin1_biosample_tissue_id_idx");
        op.dropIndex("lamin1_biosample", "lamin1_biosample_cell_line_id_idx");
        op.dropConstraint("lamin1_biosample", "lamin1_biosample_tissue_id_fkey");
        op.dropConstraint("lamin1_biosample", "lamin1_biosample_cell_line_id_fkey");
        op.dropColumn("lamin1_biosample", "tissue_id");
        op.dropColumn("lamin1_biosample", "cell_line_id");
        op.dropTable("lamin1_well");
        op.alterColumn("lamin1_biosample", "name").newName("label");
    }
}
