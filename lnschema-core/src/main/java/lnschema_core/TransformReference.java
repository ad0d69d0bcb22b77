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

/** A reference that annotates a transform. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"transform_id", "reference_id"}),
        indexes = @Index(columnList = "created_at"))
public class TransformReference extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Transform transform;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Reference reference;

    protected TransformReference() {}

    public TransformReference(Transform transform, Reference reference) {
        this.transform = transform;
        this.reference = reference;
    }

    public Transform transform() {
        return transform;
    }

    public Reference reference() {
        return reference;
    }
}
