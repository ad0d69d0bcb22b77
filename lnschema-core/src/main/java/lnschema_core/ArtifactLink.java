package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A link that annotates an artifact with a record: as the value of a feature, or as a plain label without one. */
@MappedSuperclass
public abstract class ArtifactLink extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Feature feature;

    protected ArtifactLink() {}

    protected ArtifactLink(Artifact artifact, @Nullable Feature feature) {
        this.artifact = artifact;
        this.feature = feature;
    }

    public Artifact artifact() {
        return artifact;
    }

    public @Nullable Feature feature() {
        return feature;
    }
}
