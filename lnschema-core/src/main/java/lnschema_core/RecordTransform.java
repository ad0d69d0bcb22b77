package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A transform that is the value of a feature of a record. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"record_id", "feature_id", "value_id"}))
public class RecordTransform extends RecordValue {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Transform value;

    protected RecordTransform() {}

    public RecordTransform(Record record, Feature feature, Transform value) {
        super(record, feature);
        this.value = value;
    }

    public Transform value() {
        return value;
    }
}
