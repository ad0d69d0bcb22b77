package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A link that annotates a record: with the value of a feature, or with a plain label without one. */
@MappedSuperclass
public abstract class RecordLink extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Record record;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Feature feature;

    protected RecordLink() {}

    protected RecordLink(Record record, @Nullable Feature feature) {
        this.record = record;
        this.feature = feature;
    }

    public Record record() {
        return record;
    }

    public @Nullable Feature feature() {
        return feature;
    }
}
