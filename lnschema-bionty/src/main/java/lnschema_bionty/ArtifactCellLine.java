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

/** A cell line that annotates an artifact. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"artifact_id", "cellline_id", "feature_id"}),
        indexes = @Index(columnList = "created_at"))
public class ArtifactCellLine extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "cellline_id", foreignKey = @ForeignKey(options = DEFERRED))
    private CellLine cellLine;

    protected ArtifactCellLine() {}

    public ArtifactCellLine(Artifact artifact, CellLine cellLine, @Nullable Feature feature) {
        super(artifact, feature);
        this.cellLine = cellLine;
    }

    public CellLine cellLine() {
        return cellLine;
    }
}
