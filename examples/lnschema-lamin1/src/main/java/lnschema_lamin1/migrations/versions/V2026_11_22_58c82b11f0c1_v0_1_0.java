package lnschema_lamin1.migrations.versions;

import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.int16;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.json;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.timestamptz;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "58c82b11f0c1", release = "v0.1.0", dependsOn = {"2dc79200182f", "817d36a0b276"}, checksum = "c2:bd2604457c080f2f3cc1fe2b8100a98f20a196acc34e4dc547aeca2515645793")
public final class V2026_11_22_58c82b11f0c1_v0_1_0 implements Migration {
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
                .column("name", string(64))
                .column("v", string(16))
                .primaryKey("id")
                .foreignKey("branch_id").references("lamindb_branch").deferrable()
                .foreignKey("created_on_id").references("lamindb_branch").deferrable()
                .foreignKey("space_id").references("lamindb_space").deferrable()
                .foreignKey("created_by_id").references("lamindb_user").deferrable()
                .foreignKey("run_id").references("lamindb_run").deferrable()
                .unique("uid")
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
                .column("label", string(150)).notNull()
                .column("experiment_id", int32()).notNull()
                .column("organism_id", int32())
                .primaryKey("id")
                .foreignKey("branch_id").references("lamindb_branch").deferrable()
                .foreignKey("created_on_id").references("lamindb_branch").deferrable()
                .foreignKey("space_id").references("lamindb_space").deferrable()
                .foreignKey("created_by_id").references("lamindb_user").deferrable()
                .foreignKey("run_id").references("lamindb_run").deferrable()
                .foreignKey("experiment_id").references("lamin1_experiment").deferrable()
                .foreignKey("organism_id").references("bionty_organism").deferrable()
                .unique("uid")
                .index("label")
                .index("branch_id")
                .index("created_on_id")
                .index("space_id")
                .index("created_by_id")
                .index("run_id")
                .index("experiment_id")
                .index("organism_id");
        op.createTable("lamin1_compound")
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
                .column("dose", decimal(8, 3))
                .primaryKey("id")
                .foreignKey("branch_id").references("lamindb_branch").deferrable()
                .foreignKey("created_on_id").references("lamindb_branch").deferrable()
                .foreignKey("space_id").references("lamindb_space").deferrable()
                .foreignKey("created_by_id").references("lamindb_user").deferrable()
                .foreignKey("run_id").references("lamindb_run").deferrable()
                .unique("uid")
                .unique("name", "dose")
                .index("branch_id")
                .index("created_on_id")
                .index("space_id")
                .index("created_by_id")
                .index("run_id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("lamin1_compound");
        op.dropTable("lamin1_biosample");
        op.dropTable("lamin1_experiment");
    }
}
