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

/** A link from a cell type to a more general one. */
@Entity
@Table(
        name = "bionty_celltype_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_celltype_id", "to_celltype_id"}))
public class CellTypeParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_celltype_id", foreignKey = @ForeignKey(options = DEFERRED))
    private CellType child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_celltype_id", foreignKey = @ForeignKey(options = DEFERRED))
    private CellType parent;

    protected CellTypeParent() {}

    public CellTypeParent(CellType child, CellType parent) {
        this.child = child;
        this.parent = parent;
    }

    public CellType child() {
        return child;
    }

    public CellType parent() {
        return parent;
    }
}
