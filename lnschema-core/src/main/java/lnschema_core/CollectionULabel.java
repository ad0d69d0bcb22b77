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
import org.jspecify.annotations.Nullable;

/** A label that annotates a collection, as the value of a feature or without one. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"collection_id", "ulabel_id"}),
        indexes = @Index(columnList = "created_at"))
public class CollectionULabel extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Collection collection;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private ULabel ulabel;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Feature feature;

    protected CollectionULabel() {}

    public CollectionULabel(Collection collection, ULabel ulabel, @Nullable Feature feature) {
        this.collection = collection;
        this.ulabel = ulabel;
        this.feature = feature;
    }

    public Collection collection() {
        return collection;
    }

    public ULabel ulabel() {
        return ulabel;
    }

    public @Nullable Feature feature() {
        return feature;
    }
}
