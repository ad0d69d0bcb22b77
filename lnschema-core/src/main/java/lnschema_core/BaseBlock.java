package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.IDENTITY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A text in Markdown: a readme, of which there are versions, or a comment. */
@MappedSuperclass
public abstract class BaseBlock extends BaseRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Long id;

    @Column(length = 20, nullable = false, unique = true)
    private String uid;

    @Column(length = 30)
    private @Nullable String versionTag;

    private boolean isLatest = true;

    @Column(length = 22, nullable = false)
    @ColumnDefault("'readme'")
    private String kind;

    @Column(length = Length.LONG32, nullable = false)
    private String content;

    @Column(length = 22)
    private @Nullable String hash;

    @Column(nullable = false)
    @ColumnDefault("now()")
    private Instant createdAt;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private User createdBy;

    @Column(name = "_status_code", nullable = false)
    @ColumnDefault("0")
    private short statusCode;

    @Column(name = "_aux")
    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'null'")
    private @Nullable String aux;

    protected BaseBlock() {}

    protected BaseBlock(String kind, String content) {
        this();
        this.kind = kind;
        this.content = content;
        this.hash = content.isEmpty() ? null : Md5.base64(content);
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(16) + VersionedRecord.FIRST_VERSION;
        }
        if (createdAt == null) {
            createdAt = context.now();
        }
        if (createdBy == null) {
            createdBy = context.user();
        }
    }

    public Long id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    /** A user-defined name of this version, such as {@code 1.0}. */
    public @Nullable String versionTag() {
        return versionTag;
    }

    public void versionTag(String versionTag) {
        this.versionTag = versionTag;
    }

    public boolean isLatest() {
        return isLatest;
    }

    /** {@code readme} or {@code comment}. */
    public String kind() {
        return kind;
    }

    /** The text, in Markdown. */
    public String content() {
        return content;
    }

    /** The hash of the text; null if it is empty. */
    public @Nullable String hash() {
        return hash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public User createdBy() {
        return createdBy;
    }

    public short statusCode() {
        return statusCode;
    }

    /** LaminDB's auxiliary data, as JSON. */
    public @Nullable String aux() {
        return aux;
    }
}
