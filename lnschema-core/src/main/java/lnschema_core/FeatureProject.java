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

/** A project that a feature belongs to. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"feature_id", "project_id"}),
        indexes = @Index(columnList = "created_at"))
public class FeatureProject extends ProjectLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Feature feature;

    protected FeatureProject() {}

    public FeatureProject(Feature feature, Project project) {
        super(project);
        this.feature = feature;
    }

    public Feature feature() {
        return feature;
    }
}
