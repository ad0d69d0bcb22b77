package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A reference that belongs to a project. */
@Entity
@Table(
        name = "lamindb_project_references",
        uniqueConstraints = @UniqueConstraint(columnNames = {"project_id", "reference_id"}))
public class ProjectReference extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Project project;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Reference reference;

    protected ProjectReference() {}

    public ProjectReference(Project project, Reference reference) {
        this.project = project;
        this.reference = reference;
    }

    public Project project() {
        return project;
    }

    public Reference reference() {
        return reference;
    }
}
