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

/** A pathway that annotates a record. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"record_id", "value_id", "feature_id"}),
        indexes = @Index(columnList = "created_at"))
public class RecordPathway extends RecordLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Pathway value;

    protected RecordPathway() {}

    public RecordPathway(Record record, Pathway value, @Nullable Feature feature) {
        super(record, feature);
        this.value = value;
    }

    public Pathway value() {
        return value;
    }
}
