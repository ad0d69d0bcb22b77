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

/** A reference that annotates an artifact. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_artifactreference",
                    columnList = "artifact_id, reference_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_artifactreference_null_feature",
                    columnList = "artifact_id, reference_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class ArtifactReference extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Reference reference;

    protected ArtifactReference() {}

    public ArtifactReference(Artifact artifact, Reference reference, @Nullable Feature feature) {
        super(artifact, feature);
        this.reference = reference;
    }

    public Reference reference() {
        return reference;
    }
}
