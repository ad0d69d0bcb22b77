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

/** An artifact that annotates a run, as the value of a feature or without one. */
@Entity
@Table(
        indexes = {
            @Index(
                    name = "unique_runartifact",
                    columnList = "run_id, artifact_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_runartifact_null_feature",
                    columnList = "run_id, artifact_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class RunArtifact extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Feature feature;

    protected RunArtifact() {}

    public RunArtifact(Run run, Artifact artifact, @Nullable Feature feature) {
        this.run = run;
        this.artifact = artifact;
        this.feature = feature;
    }

    public Run run() {
        return run;
    }

    public Artifact artifact() {
        return artifact;
    }

    public @Nullable Feature feature() {
        return feature;
    }
}
