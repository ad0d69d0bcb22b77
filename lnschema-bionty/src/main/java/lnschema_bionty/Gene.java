package lnschema_bionty;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A gene of an organism. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "symbol"),
            @Index(columnList = "ncbi_gene_ids"),
            @Index(columnList = "biotype"),
            @Index(columnList = "synonyms"),
            @Index(columnList = "description"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Gene extends BioRecord {
    @Column(length = 64)
    private @Nullable String symbol;

    @Column(unique = true)
    private @Nullable String stableId;

    @Column(length = 64, unique = true)
    private @Nullable String ensemblGeneId;

    @Column(length = Length.LONG32)
    private @Nullable String ncbiGeneIds;

    @Column(length = 64)
    private @Nullable String biotype;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Organism organism;

    protected Gene() {}

    public Gene(Organism organism) {
        this();
        this.organism = organism;
    }

    public @Nullable String symbol() {
        return symbol;
    }

    public Gene symbol(String symbol) {
        this.symbol = symbol;
        return this;
    }

    /** The id if the gene is not in Ensembl, such as the locus tag of a yeast gene. */
    public @Nullable String stableId() {
        return stableId;
    }

    public Gene stableId(String stableId) {
        this.stableId = stableId;
        return this;
    }

    public @Nullable String ensemblGeneId() {
        return ensemblGeneId;
    }

    public Gene ensemblGeneId(String ensemblGeneId) {
        this.ensemblGeneId = ensemblGeneId;
        return this;
    }

    /** NCBI gene ids, separated by {@code |}. */
    public @Nullable String ncbiGeneIds() {
        return ncbiGeneIds;
    }

    public Gene ncbiGeneIds(String ncbiGeneIds) {
        this.ncbiGeneIds = ncbiGeneIds;
        return this;
    }

    /** The kind of its product, such as {@code protein_coding}. */
    public @Nullable String biotype() {
        return biotype;
    }

    public Gene biotype(String biotype) {
        this.biotype = biotype;
        return this;
    }

    public Organism organism() {
        return organism;
    }

    @Override
    protected String identity() {
        if (ensemblGeneId != null) {
            return ensemblGeneId;
        }
        return stableId == null ? symbol + organism.name() : stableId;
    }
}
