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

/** A cell type that annotates an artifact. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"artifact_id", "celltype_id", "feature_id"}),
        indexes = @Index(columnList = "created_at"))
public class ArtifactCellType extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "celltype_id", foreignKey = @ForeignKey(options = DEFERRED))
    private CellType cellType;

    protected ArtifactCellType() {}

    public ArtifactCellType(Artifact artifact, CellType cellType, @Nullable Feature feature) {
        super(artifact, feature);
        this.cellType = cellType;
    }

    public CellType cellType() {
        return cellType;
    }
}
