package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** An artifact that belongs to a collection. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"collection_id", "artifact_id"}),
        indexes = @Index(columnList = "created_at"))
public class CollectionArtifact extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Collection collection;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    protected CollectionArtifact() {}

    public CollectionArtifact(Collection collection, Artifact artifact) {
        this.collection = collection;
        this.artifact = artifact;
    }

    public Collection collection() {
        return collection;
    }

    public Artifact artifact() {
        return artifact;
    }
}
