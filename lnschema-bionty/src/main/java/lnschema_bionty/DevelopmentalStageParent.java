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

/** A link from a stage to a more general one. */
@Entity
@Table(
        name = "bionty_developmentalstage_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_developmentalstage_id", "to_developmentalstage_id"}))
public class DevelopmentalStageParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_developmentalstage_id", foreignKey = @ForeignKey(options = DEFERRED))
    private DevelopmentalStage child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_developmentalstage_id", foreignKey = @ForeignKey(options = DEFERRED))
    private DevelopmentalStage parent;

    protected DevelopmentalStageParent() {}

    public DevelopmentalStageParent(DevelopmentalStage child, DevelopmentalStage parent) {
        this.child = child;
        this.parent = parent;
    }

    public DevelopmentalStage child() {
        return child;
    }

    public DevelopmentalStage parent() {
        return parent;
    }
}
