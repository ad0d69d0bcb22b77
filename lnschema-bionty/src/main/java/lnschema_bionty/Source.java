package lnschema_bionty;

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
import lnschema_core.Artifact;
import lnschema_core.Md5;
import lnschema_core.SaveContext;
import lnschema_core.UpdatedRecord;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A version of a public ontology, restricted to one entity and organism. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"entity", "name", "organism", "version"}),
        indexes = {
            @Index(columnList = "entity"),
            @Index(columnList = "organism"),
            @Index(columnList = "name"),
            @Index(columnList = "version"),
            @Index(columnList = "in_db"),
            @Index(columnList = "currently_used"),
            @Index(columnList = "description"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Source extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 8, nullable = false, unique = true)
    private String uid;

    @Column(nullable = false)
    private String entity;

    @Column(nullable = false)
    private String organism;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String version;

    private boolean inDb;

    private boolean currentlyUsed;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @Column(length = Length.LONG32)
    private @Nullable String url;

    @Column(length = Length.LONG32)
    private @Nullable String md5;

    @Column(length = Length.LONG32)
    private @Nullable String sourceWebsite;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Artifact dataframeArtifact;

    protected Source() {}

    public Source(String entity, String organism, String name, String version) {
        this();
        this.entity = entity;
        this.organism = organism;
        this.name = name;
        this.version = version;
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = Md5.base62(entity + name + organism + version, 8);
        }
    }

    public Integer id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    /** The registry, such as {@code bionty.CellType}. */
    public String entity() {
        return entity;
    }

    /** The name of the organism, or {@code all}. */
    public String organism() {
        return organism;
    }

    /** The short name of the ontology, such as {@code cl}. */
    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    /** Whether all its records are in the database. */
    public boolean inDb() {
        return inDb;
    }

    public Source inDb(boolean inDb) {
        this.inDb = inDb;
        return this;
    }

    /** Whether new records are taken from it by default. */
    public boolean currentlyUsed() {
        return currentlyUsed;
    }

    public Source currentlyUsed(boolean currentlyUsed) {
        this.currentlyUsed = currentlyUsed;
        return this;
    }

    /** The full name of the ontology. */
    public @Nullable String description() {
        return description;
    }

    public Source description(String description) {
        this.description = description;
        return this;
    }

    /** The download location. */
    public @Nullable String url() {
        return url;
    }

    public Source url(String url) {
        this.url = url;
        return this;
    }

    public @Nullable String md5() {
        return md5;
    }

    public Source md5(String md5) {
        this.md5 = md5;
        return this;
    }

    public @Nullable String sourceWebsite() {
        return sourceWebsite;
    }

    public Source sourceWebsite(String sourceWebsite) {
        this.sourceWebsite = sourceWebsite;
        return this;
    }

    /** The artifact that contains it as a table. */
    public @Nullable Artifact dataframeArtifact() {
        return dataframeArtifact;
    }

    public Source dataframeArtifact(Artifact dataframeArtifact) {
        this.dataframeArtifact = dataframeArtifact;
        return this;
    }
}
