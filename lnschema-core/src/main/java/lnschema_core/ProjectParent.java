package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A link from a project to one that it is part of. */
@Entity
@Table(
        name = "lamindb_project_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_project_id", "to_project_id"}))
public class ProjectParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_project_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Project child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_project_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Project parent;

    protected ProjectParent() {}

    public ProjectParent(Project child, Project parent) {
        this.child = child;
        this.parent = parent;
    }

    public Project child() {
        return child;
    }

    public Project parent() {
        return parent;
    }
}
