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

/** A project that a transform belongs to. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"transform_id", "project_id"}),
        indexes = @Index(columnList = "created_at"))
public class TransformProject extends ProjectLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Transform transform;

    protected TransformProject() {}

    public TransformProject(Transform transform, Project project) {
        super(project);
        this.transform = transform;
    }

    public Transform transform() {
        return transform;
    }
}
