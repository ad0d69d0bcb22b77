package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A project that precedes another one. */
@Entity
@Table(
        name = "lamindb_project_predecessors",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_project_id", "to_project_id"}))
public class ProjectPredecessor extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_project_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Project successor;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_project_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Project predecessor;

    protected ProjectPredecessor() {}

    public ProjectPredecessor(Project successor, Project predecessor) {
        this.successor = successor;
        this.predecessor = predecessor;
    }

    public Project successor() {
        return successor;
    }

    public Project predecessor() {
        return predecessor;
    }
}
