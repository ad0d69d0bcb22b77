package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A link from a label to a more general one. */
@Entity
@Table(
        name = "lamindb_ulabel_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_ulabel_id", "to_ulabel_id"}))
public class ULabelParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_ulabel_id", foreignKey = @ForeignKey(options = DEFERRED))
    private ULabel child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_ulabel_id", foreignKey = @ForeignKey(options = DEFERRED))
    private ULabel parent;

    protected ULabelParent() {}

    public ULabelParent(ULabel child, ULabel parent) {
        this.child = child;
        this.parent = parent;
    }

    public ULabel child() {
        return child;
    }

    public ULabel parent() {
        return parent;
    }
}
