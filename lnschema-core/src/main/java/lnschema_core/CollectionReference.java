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

/** A reference that annotates a collection. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"collection_id", "reference_id"}),
        indexes = @Index(columnList = "created_at"))
public class CollectionReference extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Collection collection;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Reference reference;

    protected CollectionReference() {}

    public CollectionReference(Collection collection, Reference reference) {
        this.collection = collection;
        this.reference = reference;
    }

    public Collection collection() {
        return collection;
    }

    public Reference reference() {
        return reference;
    }
}
