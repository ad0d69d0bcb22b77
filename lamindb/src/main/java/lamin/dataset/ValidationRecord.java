package lamin.dataset;

import java.sql.SQLException;
import java.util.List;
import lamin.annotation.FeatureValues;
import lamin.annotation.Target;
import lamin.artifact.StoredArtifact;
import lamin.dataset.StoredSchema.Member;
import lamin.dataset.StoredSchema.Rules;
import lamin.record.RecordWriter;

/** Writes down, as LaminDB does, that the table of an artifact obeys a schema. */
record ValidationRecord(RecordWriter writer, StoredArtifact artifact, ValidatedTable table) {
    private static final String SLOT = "columns";
    private static final int MOST_MEMBERS = 1000;

    void write() throws SQLException {
        var target = new Target(Target.Kind.ARTIFACT, artifact.id(), artifact.uid());
        writer.lock(target.lock());
        writer.update(
                "update lamindb_artifact set schema_id = ?, n_observations = ?, otype = 'DataFrame',"
                        + " kind = coalesce(kind, 'dataset'), updated_at = ? where id = ?",
                table.schema().id(),
                table.observations(),
                writer.now(),
                artifact.id());
        if (!table.columns().isEmpty()) {
            link(columns());
        }
        for (var labels : table.labels().entrySet()) {
            FeatureValues.set(writer, target, labels.getKey(), List.copyOf(labels.getValue()));
        }
    }

    /** The schema of the columns that the table has. Of very many, only the number is kept. */
    private StoredSchema columns() throws SQLException {
        var rules = table.schema().rules();
        var kept = new Rules(
                rules.itype(),
                false,
                rules.isMinimalSet(),
                rules.isOrderedSet(),
                rules.isMaximalSet(),
                rules.isCoerced());
        int count = table.columns().size();
        return count > MOST_MEMBERS
                ? SchemaTable.create(writer, new SchemaDraft(null, List.of(), Rules.USUAL), count)
                : SchemaTable.create(writer, new SchemaDraft(null, members(), kept), count);
    }

    private List<Member> members() {
        return table.columns().stream()
                .map(feature -> new Member(feature, false))
                .toList();
    }

    private void link(StoredSchema columns) throws SQLException {
        var updated = writer.update(
                "update lamindb_artifactschema set schema_id = ? where artifact_id = ? and slot = ?",
                columns.id(),
                artifact.id(),
                SLOT);
        if (updated == 0) {
            writer.link("lamindb_artifactschema")
                    .with("slot", SLOT)
                    .with("artifact_id", artifact.id())
                    .with("schema_id", columns.id())
                    .insert(writer.connection());
        }
    }
}
