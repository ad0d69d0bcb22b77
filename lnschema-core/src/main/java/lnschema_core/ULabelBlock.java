package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A text about a label. */
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
public class ULabelBlock extends BranchedBlock {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private ULabel ulabel;

    protected ULabelBlock() {}

    public ULabelBlock(ULabel ulabel, String kind, String content) {
        super(kind, content);
        this.ulabel = ulabel;
    }

    public ULabel ulabel() {
        return ulabel;
    }
}
