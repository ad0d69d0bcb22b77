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

/** A label that annotates a transform. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"transform_id", "ulabel_id"}),
        indexes = @Index(columnList = "created_at"))
public class TransformULabel extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Transform transform;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private ULabel ulabel;

    protected TransformULabel() {}

    public TransformULabel(Transform transform, ULabel ulabel) {
        this.transform = transform;
        this.ulabel = ulabel;
    }

    public Transform transform() {
        return transform;
    }

    public ULabel ulabel() {
        return ulabel;
    }
}
