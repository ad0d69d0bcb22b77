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

/** A link from a disease to a more general one. */
@Entity
@Table(
        name = "bionty_disease_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_disease_id", "to_disease_id"}))
public class DiseaseParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_disease_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Disease child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_disease_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Disease parent;

    protected DiseaseParent() {}

    public DiseaseParent(Disease child, Disease parent) {
        this.child = child;
        this.parent = parent;
    }

    public Disease child() {
        return child;
    }

    public Disease parent() {
        return parent;
    }
}
