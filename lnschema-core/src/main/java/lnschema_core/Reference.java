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

/** A publication or another document, such as a study or a web page. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "is_type"),
            @Index(columnList = "abbr"),
            @Index(columnList = "url"),
            @Index(columnList = "pubmed_id"),
            @Index(columnList = "doi"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Reference extends UpdatedRecord {
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
    private @Nullable Reference type;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @Column(length = 32)
    private @Nullable String abbr;

    @Column(length = 200)
    private @Nullable String url;

    private @Nullable Long pubmedId;

    private @Nullable String doi;

    @Column(length = Length.LONG32)
    private @Nullable String text;

    private @Nullable LocalDate date;

    protected Reference() {}

    public Reference(String name) {
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

    /** Whether it is a type that other references belong to. */
    public boolean isType() {
        return isType;
    }

    /** Makes it a type that other references may belong to. */
    public Reference asType() {
        this.isType = true;
        return this;
    }

    public @Nullable Reference type() {
        return type;
    }

    public Reference type(Reference type) {
        this.type = type;
        return this;
    }

    public @Nullable String description() {
        return description;
    }

    public Reference description(String description) {
        this.description = description;
        return this;
    }

    /** An abbreviation. */
    public @Nullable String abbr() {
        return abbr;
    }

    public Reference abbr(String abbr) {
        this.abbr = abbr;
        return this;
    }

    public @Nullable String url() {
        return url;
    }

    public Reference url(String url) {
        this.url = url;
        return this;
    }

    /** Its id in PubMed. */
    public @Nullable Long pubmedId() {
        return pubmedId;
    }

    public Reference pubmedId(long pubmedId) {
        this.pubmedId = pubmedId;
        return this;
    }

    /** Its digital object identifier, such as {@code 10.1000/xyz123}. */
    public @Nullable String doi() {
        return doi;
    }

    public Reference doi(String doi) {
        this.doi = doi;
        return this;
    }

    /** Its abstract or full text. */
    public @Nullable String text() {
        return text;
    }

    public Reference text(String text) {
        this.text = text;
        return this;
    }

    /** The date of its publication. */
    public @Nullable LocalDate date() {
        return date;
    }

    public Reference date(LocalDate date) {
        this.date = date;
        return this;
    }
}
