package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A label that annotates a branch. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"branch_id", "ulabel_id"}))
public class BranchULabel extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Branch branch;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private ULabel ulabel;

    protected BranchULabel() {}

    public BranchULabel(Branch branch, ULabel ulabel) {
        this.branch = branch;
        this.ulabel = ulabel;
    }

    public Branch branch() {
        return branch;
    }

    public ULabel ulabel() {
        return ulabel;
    }
}
