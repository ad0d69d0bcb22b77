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

/** A link from a pathway to a more general one. */
@Entity
@Table(
        name = "bionty_pathway_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_pathway_id", "to_pathway_id"}))
public class PathwayParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_pathway_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Pathway child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_pathway_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Pathway parent;

    protected PathwayParent() {}

    public PathwayParent(Pathway child, Pathway parent) {
        this.child = child;
        this.parent = parent;
    }

    public Pathway child() {
        return child;
    }

    public Pathway parent() {
        return parent;
    }
}
