package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** A text that stands alone, such as a page or an issue. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "key"),
            @Index(columnList = "version_tag"),
            @Index(columnList = "is_latest"),
            @Index(columnList = "hash"),
            @Index(columnList = "kind"),
            @Index(columnList = "_status_code"),
            @Index(columnList = "created_at")
        })
public class Block extends BranchedBlock {
    @Column(length = 1024)
    private @Nullable String key;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Block anchor;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    @ColumnDefault("1")
    private Space space;

    @ColumnDefault("false")
    private boolean isLocked;

    protected Block() {}

    @SuppressWarnings("NullAway.Init") // prepare() sets the space
    public Block(String kind, String content) {
        super(kind, content);
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (space == null) {
            space = context.space();
        }
    }

    /** The path by which users refer to it. */
    public @Nullable String key() {
        return key;
    }

    public Block key(String key) {
        this.key = key;
        return this;
    }

    /** The text that it belongs to, such as the issue that a comment is about. */
    public @Nullable Block anchor() {
        return anchor;
    }

    public Block anchor(Block anchor) {
        this.anchor = anchor;
        return this;
    }

    public Space space() {
        return space;
    }

    public Block space(Space space) {
        this.space = space;
        return this;
    }

    /** Whether it is protected from changes. */
    public boolean isLocked() {
        return isLocked;
    }
}
