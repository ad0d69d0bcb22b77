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

/** An artifact that annotates another one. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_artifactartifact",
                    columnList = "artifact_id, value_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_artifactartifact_null_feature",
                    columnList = "artifact_id, value_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class ArtifactArtifact extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact value;

    protected ArtifactArtifact() {}

    public ArtifactArtifact(Artifact artifact, Artifact value, @Nullable Feature feature) {
        super(artifact, feature);
        this.value = value;
    }

    public Artifact value() {
        return value;
    }
}
