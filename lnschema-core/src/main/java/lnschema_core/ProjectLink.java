package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/** A link that assigns a record of another registry to a project. */
@MappedSuperclass
public abstract class ProjectLink extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Project project;

    protected ProjectLink() {}

    protected ProjectLink(Project project) {
        this.project = project;
    }

    public Project project() {
        return project;
    }
}
