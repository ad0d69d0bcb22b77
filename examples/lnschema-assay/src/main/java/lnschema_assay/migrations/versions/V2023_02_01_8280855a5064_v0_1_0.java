package lnschema_assay.migrations.versions;

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

@Revision(id = "8280855a5064", release = "v0.1.0", dependsOn = "817d36a0b276", checksum = "c2:81b538cbcd7e716eec4b9baed568e72737ec3965fb2aa7bd09c446749e59838b")
public final class V2023_02_01_8280855a5064_v0_1_0 implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("notebook").entity("Notebook").schema("core")
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
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("notebook").schema("core");
    }
}
