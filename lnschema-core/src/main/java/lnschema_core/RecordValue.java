package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/** The value that a record has for a feature, like a cell of a table. */
@MappedSuperclass
public abstract class RecordValue extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Record record;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Feature feature;

    protected RecordValue() {}

    protected RecordValue(Record record, Feature feature) {
        this.record = record;
        this.feature = feature;
    }

    public Record record() {
        return record;
    }

    public Feature feature() {
        return feature;
    }
}
