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

/** A run that annotates an artifact, as the value of a feature or without one. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_artifactrun",
                    columnList = "artifact_id, run_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_artifactrun_null_feature",
                    columnList = "artifact_id, run_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class ArtifactRun extends AuthoredLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Feature feature;

    protected ArtifactRun() {}

    public ArtifactRun(Artifact artifact, Run run, @Nullable Feature feature) {
        this.artifact = artifact;
        this.run = run;
        this.feature = feature;
    }

    public Artifact artifact() {
        return artifact;
    }

    public Run run() {
        return run;
    }

    public @Nullable Feature feature() {
        return feature;
    }
}
