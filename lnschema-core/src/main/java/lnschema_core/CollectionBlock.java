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

/** A text about a collection. */
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
public class CollectionBlock extends BranchedBlock {
    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Collection collection;

    protected CollectionBlock() {}

    public CollectionBlock(Collection collection, String kind, String content) {
        super(kind, content);
        this.collection = collection;
    }

    public @Nullable Collection collection() {
        return collection;
    }
}
