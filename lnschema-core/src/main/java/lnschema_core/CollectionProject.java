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

/** A project that a collection belongs to. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"collection_id", "project_id"}),
        indexes = @Index(columnList = "created_at"))
public class CollectionProject extends ProjectLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Collection collection;

    protected CollectionProject() {}

    public CollectionProject(Collection collection, Project project) {
        super(project);
        this.collection = collection;
    }

    public Collection collection() {
        return collection;
    }
}
