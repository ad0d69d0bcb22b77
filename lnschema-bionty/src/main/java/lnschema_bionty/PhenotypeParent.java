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

/** A link from a phenotype to a more general one. */
@Entity
@Table(
        name = "bionty_phenotype_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_phenotype_id", "to_phenotype_id"}))
public class PhenotypeParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_phenotype_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Phenotype child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_phenotype_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Phenotype parent;

    protected PhenotypeParent() {}

    public PhenotypeParent(Phenotype child, Phenotype parent) {
        this.child = child;
        this.parent = parent;
    }

    public Phenotype child() {
        return child;
    }

    public Phenotype parent() {
        return parent;
    }
}
