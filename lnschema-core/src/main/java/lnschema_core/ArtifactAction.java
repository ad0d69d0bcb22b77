package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** An artifact that acts on another one. */
@Entity
@Table(
        name = "lamindb_artifact__actions",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_artifact_id", "to_artifact_id"}))
public class ArtifactAction extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_artifact_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact source;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_artifact_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact target;

    protected ArtifactAction() {}

    public ArtifactAction(Artifact source, Artifact target) {
        this.source = source;
        this.target = target;
    }

    public Artifact source() {
        return source;
    }

    public Artifact target() {
        return target;
    }
}
