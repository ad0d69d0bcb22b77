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

/** A project that an artifact belongs to. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_artifactproject",
                    columnList = "artifact_id, project_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_artifactproject_null_feature",
                    columnList = "artifact_id, project_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class ArtifactProject extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Project project;

    protected ArtifactProject() {}

    public ArtifactProject(Artifact artifact, Project project, @Nullable Feature feature) {
        super(artifact, feature);
        this.project = project;
    }

    public Project project() {
        return project;
    }
}
