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

/** A phenotype that annotates an artifact. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"artifact_id", "phenotype_id", "feature_id"}),
        indexes = @Index(columnList = "created_at"))
public class ArtifactPhenotype extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Phenotype phenotype;

    protected ArtifactPhenotype() {}

    public ArtifactPhenotype(Artifact artifact, Phenotype phenotype, @Nullable Feature feature) {
        super(artifact, feature);
        this.phenotype = phenotype;
    }

    public Phenotype phenotype() {
        return phenotype;
    }
}
