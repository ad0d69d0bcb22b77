package lnschema_lamin1.migrations.versions;

import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.int16;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.json;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.timestamptz;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "37c8880d7059", release = "v0.1.0", dependsOn = {"2dc79200182f", "817d36a0b276"}, checksum = "c1:8edaf11947d153369f856f12f4c6075b08c5c2ba08043c5a75033e2fc9b9637f")
public final class V2026_11_22_37c8880d7059_v0_1_0 implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("lamin1_experiment")
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
                .column("name", string(150)).notNull()
                .column("description", text())
                .column("v", string(16))
                .primaryKey("id")
                .foreignKey("branch_id").references("lamindb_branch").deferrable()
                .foreignKey("created_on_id").references("lamindb_branch").deferrable()
                .foreignKey("space_id").references("lamindb_space").deferrable()
                .foreignKey("created_by_id").references("lamindb_user").deferrable()
                .foreignKey("run_id").references("lamindb_run").deferrable()
                .unique("uid")
                .index("name")
                .index("branch_id")
                .index("created_on_id")
                .index("space_id")
                .index("created_by_id")
                .index("run_id");
        op.createTable("lamin1_biosample")
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
                .column("name", string(150)).notNull()
                .column("experiment_id", int32()).notNull()
                .column("organism_id", int32())
                .column("cell_line_id", int32())
                .column("tissue_id", int32())
                .primaryKey("id")
                .foreignKey("branch_id").references("lamindb_branch").deferrable()
                .foreignKey("created_on_id").references("lamindb_branch").deferrable()
                .foreignKey("space_id").references("lamindb_space").deferrable()
                .foreignKey("created_by_id").references("lamindb_user").deferrable()
                .foreignKey("run_id").references("lamindb_run").deferrable()
                .foreignKey("experiment_id").references("lamin1_experiment").deferrable()
                .foreignKey("organism_id").references("bionty_organism").deferrable()
                .foreignKey("cell_line_id").references("bionty_cellline").deferrable()
                .foreignKey("tissue_id").references("bionty_tissue").deferrable()
                .unique("uid")
                .index("name")
                .index("branch_id")
                .index("created_on_id")
                .index("space_id")
                .index("created_by_id")
                .index("run_id")
                .index("experiment_id")
                .index("organism_id")
                .index("cell_line_id")
                .index("tissue_id");
        op.createTable("lamin1_treatment")
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
                .column("name", string(150)).notNull()
                .column("concentration", decimal(12, 6))
                .column("unit", string(16))
                .primaryKey("id")
                .foreignKey("branch_id").references("lamindb_branch").deferrable()
                .foreignKey("created_on_id").references("lamindb_branch").deferrable()
                .foreignKey("space_id").references("lamindb_space").deferrable()
                .foreignKey("created_by_id").references("lamindb_user").deferrable()
                .foreignKey("run_id").references("lamindb_run").deferrable()
                .unique("uid")
                .unique("name", "concentration", "unit")
                .index("branch_id")
                .index("created_on_id")
                .index("space_id")
                .index("created_by_id")
                .index("run_id");
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
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("lamin1_well");
        op.dropTable("lamin1_treatment");
        op.dropTable("lamin1_biosample");
        op.dropTable("lamin1_experiment");
    }
}
