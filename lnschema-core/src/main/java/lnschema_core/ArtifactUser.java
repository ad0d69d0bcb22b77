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

/** A user who annotates an artifact. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_artifactuser",
                    columnList = "artifact_id, user_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_artifactuser_null_feature",
                    columnList = "artifact_id, user_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class ArtifactUser extends ArtifactLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private User user;

    protected ArtifactUser() {}

    public ArtifactUser(Artifact artifact, User user, @Nullable Feature feature) {
        super(artifact, feature);
        this.user = user;
    }

    public User user() {
        return user;
    }
}
