package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** An artifact that a run read. */
@Entity
@Table(
        name = "lamindb_artifact_input_of_runs",
        uniqueConstraints = @UniqueConstraint(columnNames = {"artifact_id", "run_id"}))
public class ArtifactInputOfRun extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    protected ArtifactInputOfRun() {}

    public ArtifactInputOfRun(Artifact artifact, Run run) {
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
