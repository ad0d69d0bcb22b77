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

/** A label that annotates an artifact. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_artifactulabel",
                    columnList = "artifact_id, ulabel_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_artifactulabel_null_feature",
                    columnList = "artifact_id, ulabel_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class ArtifactULabel extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private ULabel ulabel;

    protected ArtifactULabel() {}

    public ArtifactULabel(Artifact artifact, ULabel ulabel, @Nullable Feature feature) {
        super(artifact, feature);
        this.ulabel = ulabel;
    }

    public ULabel ulabel() {
        return ulabel;
    }
}
