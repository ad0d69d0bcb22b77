package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A run that recreated an artifact with the same content. */
@Entity
@Table(
        name = "lamindb_artifact_recreating_runs",
        uniqueConstraints = @UniqueConstraint(columnNames = {"artifact_id", "run_id"}))
public class ArtifactRecreatingRun extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    protected ArtifactRecreatingRun() {}

    public ArtifactRecreatingRun(Artifact artifact, Run run) {
        this.artifact = artifact;
        this.run = run;
    }

    public Artifact artifact() {
        return artifact;
    }

    public Run run() {
        return run;
    }
}
