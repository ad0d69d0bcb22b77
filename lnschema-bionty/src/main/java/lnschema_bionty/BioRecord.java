package lnschema_bionty;

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
import lnschema_core.Md5;
import lnschema_core.SaveContext;
import lnschema_core.UpdatedRecord;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A biological entity. Its uid is derived from its identity, so it is the same in every instance. */
@MappedSuperclass
public abstract class BioRecord extends UpdatedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Integer id;

    @Column(length = 14, nullable = false, unique = true)
    private String uid;

    @Column(length = 32, unique = true)
    private @Nullable String abbr;

    @Column(length = Length.LONG32)
    private @Nullable String synonyms;

    @Column(length = Length.LONG32)
    private @Nullable String description;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Source source;

    /** The text that identifies it within its registry: its id in the public ontology, otherwise its name. */
    protected abstract String identity();

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (uid == null) {
            uid = Md5.base62(identity(), 14);
        }
    }

    public Integer id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    /** A unique abbreviation. */
    public @Nullable String abbr() {
        return abbr;
    }

    public void abbr(String abbr) {
        this.abbr = abbr;
    }

    /** Other names, separated by {@code |}. */
    public @Nullable String synonyms() {
        return synonyms;
    }

    public void synonyms(String synonyms) {
        this.synonyms = synonyms;
    }

    public @Nullable String description() {
        return description;
    }

    public void description(String description) {
        this.description = description;
    }

    /** The ontology that it was taken from. */
    public @Nullable Source source() {
        return source;
    }

    public void source(Source source) {
        this.source = source;
    }
}
