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

/** A text about a transform. */
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
public class TransformBlock extends BranchedBlock {
    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Transform transform;

    private @Nullable Integer lineNumber;

    protected TransformBlock() {}

    public TransformBlock(Transform transform, String kind, String content) {
        super(kind, content);
        this.transform = transform;
    }

    public @Nullable Transform transform() {
        return transform;
    }

    /** The line of the source code that the text is about. */
    public @Nullable Integer lineNumber() {
        return lineNumber;
    }

    public TransformBlock lineNumber(int lineNumber) {
        this.lineNumber = lineNumber;
        return this;
    }
}
