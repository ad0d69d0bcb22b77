package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A record that annotates a transform, as the value of a feature or without one. */
@Entity
@Table(
        indexes = {
            @Index(
                    name = "unique_transformrecord",
                    columnList = "transform_id, record_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_transformrecord_null_feature",
                    columnList = "transform_id, record_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class TransformRecord extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Transform transform;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Record record;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Feature feature;

    protected TransformRecord() {}

    public TransformRecord(Transform transform, Record record, @Nullable Feature feature) {
        this.transform = transform;
        this.record = record;
        this.feature = feature;
    }

    public Transform transform() {
        return transform;
    }

    public Record record() {
        return record;
    }

    public @Nullable Feature feature() {
        return feature;
    }
}
