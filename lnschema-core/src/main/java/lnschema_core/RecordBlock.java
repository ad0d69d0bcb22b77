package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A text about a record. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "version_tag"),
            @Index(columnList = "is_latest"),
            @Index(columnList = "hash"),
            @Index(columnList = "kind"),
            @Index(columnList = "_status_code"),
            @Index(columnList = "created_at")
        })
public class RecordBlock extends BranchedBlock {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Record record;

    protected RecordBlock() {}

    public RecordBlock(Record record, String kind, String content) {
        super(kind, content);
        this.record = record;
    }

    public Record record() {
        return record;
    }
}
