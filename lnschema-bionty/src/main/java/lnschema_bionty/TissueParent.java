package lnschema_bionty;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import lnschema_core.Link;

/** A link from a tissue to a more general one. */
@Entity
@Table(
        name = "bionty_tissue_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_tissue_id", "to_tissue_id"}))
public class TissueParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_tissue_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Tissue child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_tissue_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Tissue parent;

    protected TissueParent() {}

    public TissueParent(Tissue child, Tissue parent) {
        this.child = child;
        this.parent = parent;
    }

    public Tissue child() {
        return child;
    }

    public Tissue parent() {
        return parent;
    }
}
