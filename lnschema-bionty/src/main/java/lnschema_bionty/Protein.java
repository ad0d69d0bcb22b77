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

/** A protein of an organism. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "length"),
            @Index(columnList = "gene_symbol"),
            @Index(columnList = "synonyms"),
            @Index(columnList = "description"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class Protein extends BioRecord {
    private @Nullable String name;

    @Column(length = 10, unique = true)
    private @Nullable String uniprotkbId;

    private @Nullable Long length;

    private @Nullable String geneSymbol;

    @Column(length = Length.LONG32)
    private @Nullable String ensemblGeneIds;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Organism organism;

    protected Protein() {}

    public Protein(Organism organism) {
        this();
        this.organism = organism;
    }

    public @Nullable String name() {
        return name;
    }

    public Protein name(String name) {
        this.name = name;
        return this;
    }

    /** Its accession number in UniProtKB. */
    public @Nullable String uniprotkbId() {
        return uniprotkbId;
    }

    public Protein uniprotkbId(String uniprotkbId) {
        this.uniprotkbId = uniprotkbId;
        return this;
    }

    /** The length in amino acids. */
    public @Nullable Long length() {
        return length;
    }

    public Protein length(long length) {
        this.length = length;
        return this;
    }

    public @Nullable String geneSymbol() {
        return geneSymbol;
    }

    public Protein geneSymbol(String geneSymbol) {
        this.geneSymbol = geneSymbol;
        return this;
    }

    /** Ensembl gene ids, separated by {@code |}. */
    public @Nullable String ensemblGeneIds() {
        return ensemblGeneIds;
    }

    public Protein ensemblGeneIds(String ensemblGeneIds) {
        this.ensemblGeneIds = ensemblGeneIds;
        return this;
    }

    public Organism organism() {
        return organism;
    }

    @Override
    protected String identity() {
        return uniprotkbId == null ? name + organism.name() : uniprotkbId;
    }
}
