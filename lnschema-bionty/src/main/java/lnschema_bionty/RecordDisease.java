package lnschema_bionty;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import lnschema_core.Feature;
import lnschema_core.Record;
import lnschema_core.RecordLink;
import org.jspecify.annotations.Nullable;

/** A disease that annotates a record. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"record_id", "value_id", "feature_id"}),
        indexes = @Index(columnList = "created_at"))
public class RecordDisease extends RecordLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Disease value;

    protected RecordDisease() {}

    public RecordDisease(Record record, Disease value, @Nullable Feature feature) {
        super(record, feature);
        this.value = value;
    }

    public Disease value() {
        return value;
    }
}
