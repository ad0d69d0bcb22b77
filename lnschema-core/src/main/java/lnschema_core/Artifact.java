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
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A data object in a storage: a file, a folder or an array. LaminDB called it File until 2023. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "key"),
            @Index(columnList = "_real_key"),
            @Index(columnList = "description"),
            @Index(columnList = "suffix"),
            @Index(columnList = "kind"),
            @Index(columnList = "otype"),
            @Index(columnList = "size"),
            @Index(columnList = "hash"),
            @Index(columnList = "_hash_type"),
            @Index(columnList = "n_files"),
            @Index(columnList = "n_observations"),
            @Index(columnList = "version_tag"),
            @Index(columnList = "is_latest"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at"),
            @Index(
                    name = "unique_artifact_storage_hash_null_key",
                    columnList = "storage_id, hash",
                    unique = true,
                    options = "where key is null"),
            @Index(
                    name = "unique_artifact_storage_key_hash_not_null",
                    columnList = "storage_id, key, hash",
                    unique = true,
                    options = "where key is not null")
        })
public class Artifact extends VersionedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 20, nullable = false, unique = true)
    private String uid;

    @Column(length = 1024)
    private @Nullable String key;

    @Column(name = "_real_key", length = 1024)
    private @Nullable String realKey;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Storage storage;

    @Column(length = 30, nullable = false)
    private String suffix;

    @Column(length = 20)
    private @Nullable String kind;

    @Column(length = 64)
    private @Nullable String otype;

    private @Nullable Long size;

    @Column(length = 22)
    private @Nullable String hash;

    @Column(name = "_hash_type", length = 30)
    private @Nullable String hashType;

    private @Nullable Long nFiles;

    private @Nullable Long nObservations;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Schema schema;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String extraData;

    @Column(name = "_key_is_virtual", nullable = false)
    private boolean keyIsVirtual;

    @Column(name = "_overwrite_versions", nullable = false)
    private boolean overwriteVersions;

    protected Artifact() {}

    public Artifact(Storage storage, String suffix, boolean keyIsVirtual, boolean overwriteVersions) {
        this();
        this.storage = storage;
        this.suffix = suffix;
        this.keyIsVirtual = keyIsVirtual;
        this.overwriteVersions = overwriteVersions;
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

    /** The path by which users refer to it, relative to the root of the storage. */
    public @Nullable String key() {
        return key;
    }

    public Artifact key(String key) {
        this.key = key;
        return this;
    }

    /** The path in the storage if it is neither the key nor derived from the uid. */
    public @Nullable String realKey() {
        return realKey;
    }

    public Artifact realKey(String realKey) {
        this.realKey = realKey;
        return this;
    }

    public @Nullable String description() {
        return description;
    }

    public Artifact description(String description) {
        this.description = description;
        return this;
    }

    public Storage storage() {
        return storage;
    }

    /** The extension of its file name, with the dot; empty without one. */
    public String suffix() {
        return suffix;
    }

    /** {@code dataset}, {@code model} or {@code plan}; {@code __lamindb_run__} for artifacts that belong to a run. */
    public @Nullable String kind() {
        return kind;
    }

    public Artifact kind(String kind) {
        this.kind = kind;
        return this;
    }

    /** The type of the object in memory, such as {@code DataFrame}. */
    public @Nullable String otype() {
        return otype;
    }

    public Artifact otype(String otype) {
        this.otype = otype;
        return this;
    }

    /** The size in bytes. */
    public @Nullable Long size() {
        return size;
    }

    public Artifact size(long size) {
        this.size = size;
        return this;
    }

    /** The hash of its content. */
    public @Nullable String hash() {
        return hash;
    }

    /** The hash algorithm: {@code md5}, {@code sha1-fl} or {@code md5-d}. */
    public @Nullable String hashType() {
        return hashType;
    }

    public Artifact hash(String hash, String hashType) {
        this.hash = hash;
        this.hashType = hashType;
        return this;
    }

    /** The number of files in a folder. */
    public @Nullable Long nFiles() {
        return nFiles;
    }

    public Artifact nFiles(long nFiles) {
        this.nFiles = nFiles;
        return this;
    }

    /** The number of observations, such as the rows of a table. */
    public @Nullable Long nObservations() {
        return nObservations;
    }

    public Artifact nObservations(long nObservations) {
        this.nObservations = nObservations;
        return this;
    }

    /** The schema it was validated against. */
    public @Nullable Schema schema() {
        return schema;
    }

    public Artifact schema(Schema schema) {
        this.schema = schema;
        return this;
    }

    /** Extra data, as JSON. */
    public @Nullable String extraData() {
        return extraData;
    }

    public Artifact extraData(String extraData) {
        this.extraData = extraData;
        return this;
    }

    /** Whether its path in the storage is derived from the uid instead of the key. */
    public boolean keyIsVirtual() {
        return keyIsVirtual;
    }

    /** Whether a new version replaces the old one in the storage. */
    public boolean overwriteVersions() {
        return overwriteVersions;
    }
}
