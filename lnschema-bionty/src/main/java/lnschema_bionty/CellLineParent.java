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

/** A link from a cell line to a more general one. */
@Entity
@Table(
        name = "bionty_cellline_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_cellline_id", "to_cellline_id"}))
public class CellLineParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_cellline_id", foreignKey = @ForeignKey(options = DEFERRED))
    private CellLine child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_cellline_id", foreignKey = @ForeignKey(options = DEFERRED))
    private CellLine parent;

    protected CellLineParent() {}

    public CellLineParent(CellLine child, CellLine parent) {
        this.child = child;
        this.parent = parent;
    }

    public CellLine child() {
        return child;
    }

    public CellLine parent() {
        return parent;
    }
}
