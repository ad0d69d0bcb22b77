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

/** An organism that annotates an artifact. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"artifact_id", "organism_id", "feature_id"}),
        indexes = @Index(columnList = "created_at"))
public class ArtifactOrganism extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Organism organism;

    protected ArtifactOrganism() {}

    public ArtifactOrganism(Artifact artifact, Organism organism, @Nullable Feature feature) {
        super(artifact, feature);
        this.organism = organism;
    }

    public Organism organism() {
        return organism;
    }
}
