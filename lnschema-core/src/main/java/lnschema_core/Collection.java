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
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A set of artifacts used together. */
@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "unique_collection_key_hash_not_null",
                        columnNames = {"key", "hash"}),
        indexes = {
            @Index(columnList = "key"),
            @Index(columnList = "hash"),
            @Index(columnList = "reference"),
            @Index(columnList = "reference_type"),
            @Index(columnList = "version_tag"),
            @Index(columnList = "is_latest"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Collection extends VersionedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 20, nullable = false, unique = true)
    private String uid;

    @Column(nullable = false)
    private String key;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @Column(length = 22)
    private @Nullable String hash;

    private @Nullable String reference;

    @Column(length = 25)
    private @Nullable String referenceType;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Schema schema;

    @OneToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Artifact metaArtifact;

    protected Collection() {}

    public Collection(String key) {
        this();
        this.key = key;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = context.uid(16) + FIRST_VERSION;
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

    public Collection description(String description) {
        this.description = description;
        return this;
    }

    /** The hash over the hashes of its artifacts. */
    public @Nullable String hash() {
        return hash;
    }

    public Collection hash(String hash) {
        this.hash = hash;
        return this;
    }

    /** An external reference, such as a URL or an accession number. */
    public @Nullable String reference() {
        return reference;
    }

    /** The kind of the reference, such as {@code url}. */
    public @Nullable String referenceType() {
        return referenceType;
    }

    public Collection reference(String reference, String referenceType) {
        this.reference = reference;
        this.referenceType = referenceType;
        return this;
    }

    /** The schema that its artifacts share. */
    public @Nullable Schema schema() {
        return schema;
    }

    public Collection schema(Schema schema) {
        this.schema = schema;
        return this;
    }

    /** An artifact that describes the collection. */
    public @Nullable Artifact metaArtifact() {
        return metaArtifact;
    }

    public Collection metaArtifact(Artifact metaArtifact) {
        this.metaArtifact = metaArtifact;
        return this;
    }
}
