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

/** An experimental factor that annotates a record. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"record_id", "value_id", "feature_id"}),
        indexes = @Index(columnList = "created_at"))
public class RecordExperimentalFactor extends RecordLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private ExperimentalFactor value;

    protected RecordExperimentalFactor() {}

    public RecordExperimentalFactor(Record record, ExperimentalFactor value, @Nullable Feature feature) {
        super(record, feature);
        this.value = value;
    }

    public ExperimentalFactor value() {
        return value;
    }
}
