package lnschema_bionty;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import lnschema_core.Artifact;
import lnschema_core.ArtifactLink;
import lnschema_core.Feature;
import org.jspecify.annotations.Nullable;

/** A tissue that annotates an artifact. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"artifact_id", "tissue_id", "feature_id"}),
        indexes = @Index(columnList = "created_at"))
public class ArtifactTissue extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Tissue tissue;

    protected ArtifactTissue() {}

    public ArtifactTissue(Artifact artifact, Tissue tissue, @Nullable Feature feature) {
        super(artifact, feature);
        this.tissue = tissue;
    }

    public Tissue tissue() {
        return tissue;
    }
}
