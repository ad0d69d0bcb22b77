package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.IDENTITY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A line of changes to records. The trash and the archive are also branches. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "created_at"),
            @Index(columnList = "_status_code"),
            @Index(name = "unique_branch_name_lower", columnList = "lower(name)", unique = true)
        })
public class Branch extends BaseRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(length = 100, nullable = false)
    private String name;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    @ColumnDefault("1")
    private Space space;

    @Column(length = Length.LONG32)
    private @Nullable String description;

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

    protected Branch() {}

    public Branch(String name) {
        this();
        this.name = name;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(12);
        }
        if (space == null) {
            space = context.space();
        }
        if (createdAt == null) {
            createdAt = context.now();
        }
        if (createdBy == null) {
            createdBy = context.user();
        }
    }

    public Integer id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    public String name() {
        return name;
    }

    public Space space() {
        return space;
    }

    public @Nullable String description() {
        return description;
    }

    public Branch description(String description) {
        this.description = description;
        return this;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public User createdBy() {
        return createdBy;
    }

    /** -2 closed, -1 merged, 0 standalone, 1 draft, 2 in review. */
    public short statusCode() {
        return statusCode;
    }

    /** LaminDB's auxiliary data, as JSON. */
    public @Nullable String aux() {
        return aux;
    }
}
