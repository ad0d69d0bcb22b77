package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A record that annotates an artifact. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_artifactrecord",
                    columnList = "artifact_id, record_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_artifactrecord_null_feature",
                    columnList = "artifact_id, record_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class ArtifactRecord extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Record record;

    protected ArtifactRecord() {}

    public ArtifactRecord(Artifact artifact, Record record, @Nullable Feature feature) {
        super(artifact, feature);
        this.record = record;
    }

    public Record record() {
        return record;
    }
}
