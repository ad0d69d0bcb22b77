package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** An action, itself an artifact, that can be taken on a collection. */
@Entity
@Table(
        name = "lamindb_collection__actions",
        uniqueConstraints = @UniqueConstraint(columnNames = {"collection_id", "artifact_id"}))
public class CollectionAction extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Collection collection;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    protected CollectionAction() {}

    public CollectionAction(Collection collection, Artifact artifact) {
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
