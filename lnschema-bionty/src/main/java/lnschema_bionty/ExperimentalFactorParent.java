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

/** A link from a factor to a more general one. */
@Entity
@Table(
        name = "bionty_experimentalfactor_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_experimentalfactor_id", "to_experimentalfactor_id"}))
public class ExperimentalFactorParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_experimentalfactor_id", foreignKey = @ForeignKey(options = DEFERRED))
    private ExperimentalFactor child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_experimentalfactor_id", foreignKey = @ForeignKey(options = DEFERRED))
    private ExperimentalFactor parent;

    protected ExperimentalFactorParent() {}

    public ExperimentalFactorParent(ExperimentalFactor child, ExperimentalFactor parent) {
        this.child = child;
        this.parent = parent;
    }

    public ExperimentalFactor child() {
        return child;
    }

    public ExperimentalFactor parent() {
        return parent;
    }
}
