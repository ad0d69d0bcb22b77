package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** An action, itself an artifact, that can be taken on another artifact. */
@Entity
@Table(
        name = "lamindb_artifact__actions",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_artifact_id", "to_artifact_id"}))
public class ArtifactAction extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_artifact_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact target;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_artifact_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact action;

    protected ArtifactAction() {}

    public ArtifactAction(Artifact target, Artifact action) {
        this.target = target;
        this.action = action;
    }

    public Artifact target() {
        return target;
    }

    public Artifact action() {
        return action;
    }
}
