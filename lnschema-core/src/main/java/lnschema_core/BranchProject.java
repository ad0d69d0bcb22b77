package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A project that a branch belongs to. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"branch_id", "project_id"}))
public class BranchProject extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Branch branch;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Project project;

    protected BranchProject() {}

    public BranchProject(Branch branch, Project project) {
        this.branch = branch;
        this.project = project;
    }

    public Branch branch() {
        return branch;
    }

    public Project project() {
        return project;
    }
}
