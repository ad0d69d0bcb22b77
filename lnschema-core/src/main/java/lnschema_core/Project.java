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
import java.time.LocalDate;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** A piece of work with a beginning and an end that data, code and people belong to. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "is_type"),
            @Index(columnList = "abbr"),
            @Index(columnList = "_status_code"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Project extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false, unique = true)
    private String uid;

    @Column(nullable = false)
    private String name;

    @ColumnDefault("false")
    private boolean isType;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Project type;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @Column(length = 32)
    private @Nullable String abbr;

    private @Nullable String url;

    private @Nullable LocalDate startDate;

    private @Nullable LocalDate endDate;

    @Column(name = "_status_code", nullable = false)
    @ColumnDefault("0")
    private short statusCode = -3;

    protected Project() {}

    public Project(String name) {
        this();
        this.name = name;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(12);
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

    /** Whether it is a type that other projects belong to. */
    public boolean isType() {
        return isType;
    }

    /** Makes it a type that other projects may belong to. */
    public Project asType() {
        this.isType = true;
        return this;
    }

    public @Nullable Project type() {
        return type;
    }

    public Project type(Project type) {
        this.type = type;
        return this;
    }

    public @Nullable String description() {
        return description;
    }

    public Project description(String description) {
        this.description = description;
        return this;
    }

    /** An abbreviation. */
    public @Nullable String abbr() {
        return abbr;
    }

    public Project abbr(String abbr) {
        this.abbr = abbr;
        return this;
    }

    public @Nullable String url() {
        return url;
    }

    public Project url(String url) {
        this.url = url;
        return this;
    }

    public @Nullable LocalDate startDate() {
        return startDate;
    }

    public Project startDate(LocalDate startDate) {
        this.startDate = startDate;
        return this;
    }

    public @Nullable LocalDate endDate() {
        return endDate;
    }

    public Project endDate(LocalDate endDate) {
        this.endDate = endDate;
        return this;
    }

    /** -3 planned, -2 up next, -1 active, 0 completed, 1 background, 2 paused, 3 canceled, 4 archived. */
    public short statusCode() {
        return statusCode;
    }

    public Project statusCode(int statusCode) {
        this.statusCode = (short) statusCode;
        return this;
    }
}
