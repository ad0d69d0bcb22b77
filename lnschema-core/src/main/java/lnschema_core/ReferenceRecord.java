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

/** A reference that annotates a record. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_referencerecord",
                    columnList = "reference_id, feature_id, record_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_referencerecord_null_feature",
                    columnList = "reference_id, record_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class ReferenceRecord extends RecordLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Reference reference;

    protected ReferenceRecord() {}

    public ReferenceRecord(Reference reference, Record record, @Nullable Feature feature) {
        super(record, feature);
        this.reference = reference;
    }

    public Reference reference() {
        return reference;
    }
}
