package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A project that a run belongs to. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"run_id", "project_id"}),
        indexes = @Index(columnList = "created_at"))
public class RunProject extends AuthoredLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Project project;

    protected RunProject() {}

    public RunProject(Run run, Project project) {
        this.run = run;
        this.project = project;
    }

    public Run run() {
        return run;
    }

    public Project project() {
        return project;
    }
}
