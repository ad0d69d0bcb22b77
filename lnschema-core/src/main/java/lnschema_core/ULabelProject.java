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

/** A project that a label belongs to. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"ulabel_id", "project_id"}),
        indexes = @Index(columnList = "created_at"))
public class ULabelProject extends ProjectLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private ULabel ulabel;

    protected ULabelProject() {}

    public ULabelProject(ULabel ulabel, Project project) {
        super(project);
        this.ulabel = ulabel;
    }

    public ULabel ulabel() {
        return ulabel;
    }
}
