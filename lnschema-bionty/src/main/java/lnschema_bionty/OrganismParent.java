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

/** A link from an organism to a more general one. */
@Entity
@Table(
        name = "bionty_organism_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_organism_id", "to_organism_id"}))
public class OrganismParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_organism_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Organism child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_organism_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Organism parent;

    protected OrganismParent() {}

    public OrganismParent(Organism child, Organism parent) {
        this.child = child;
        this.parent = parent;
    }

    public Organism child() {
        return child;
    }

    public Organism parent() {
        return parent;
    }
}
