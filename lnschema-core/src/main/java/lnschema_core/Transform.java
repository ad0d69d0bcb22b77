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
import jakarta.persistence.UniqueConstraint;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A piece of code that creates data: a pipeline, a script, a notebook. Its executions are runs. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"key", "hash"}),
        indexes = {
            @Index(columnList = "key"),
            @Index(columnList = "description"),
            @Index(columnList = "kind"),
            @Index(columnList = "hash"),
            @Index(columnList = "reference"),
            @Index(columnList = "reference_type"),
            @Index(columnList = "version_tag"),
            @Index(columnList = "is_latest"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Transform extends VersionedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 16, nullable = false, unique = true)
    private String uid;

    @Column(length = 1024, nullable = false)
    private String key;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @Column(length = 20, nullable = false)
    private String kind = "pipeline";

    @Column(length = Length.LONG32)
    private @Nullable String sourceCode;

    @Column(length = 22)
    private @Nullable String hash;

    private @Nullable String reference;

    @Column(length = 25)
    private @Nullable String referenceType;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Artifact environment;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Artifact plan;

    protected Transform() {}

    public Transform(String key) {
        this();
        this.key = key;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(12) + FIRST_VERSION;
        }
    }

    public Integer id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    /** A name in the form of a path. */
    public String key() {
        return key;
    }

    public @Nullable String description() {
        return description;
    }

    public Transform description(String description) {
        this.description = description;
        return this;
    }

    /** {@code pipeline}, {@code script}, {@code notebook}, {@code function}, ... */
    public String kind() {
        return kind;
    }

    public Transform kind(String kind) {
        this.kind = kind;
        return this;
    }

    public @Nullable String sourceCode() {
        return sourceCode;
    }

    public Transform sourceCode(String sourceCode) {
        this.sourceCode = sourceCode;
        this.hash = Md5.base64(sourceCode);
        return this;
    }

    /** The hash of the source code. */
    public @Nullable String hash() {
        return hash;
    }

    /** An external reference, such as a URL or an accession number. */
    public @Nullable String reference() {
        return reference;
    }

    /** The kind of the reference, such as {@code url}. */
    public @Nullable String referenceType() {
        return referenceType;
    }

    public Transform reference(String reference, String referenceType) {
        this.reference = reference;
        this.referenceType = referenceType;
        return this;
    }

    /** The artifact that lists its requirements. */
    public @Nullable Artifact environment() {
        return environment;
    }

    public Transform environment(Artifact environment) {
        this.environment = environment;
        return this;
    }

    /** The artifact that describes its intention. */
    public @Nullable Artifact plan() {
        return plan;
    }

    public Transform plan(Artifact plan) {
        this.plan = plan;
        return this;
    }
}
