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
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** A molecule by which cells of a kind are recognised. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"name", "organism_id"}),
        indexes = {
            @Index(columnList = "name"),
            @Index(columnList = "gene_symbol"),
            @Index(columnList = "ncbi_gene_id"),
            @Index(columnList = "uniprotkb_id"),
            @Index(columnList = "synonyms"),
            @Index(columnList = "description"),
            @Index(columnList = "created_at"),
            @Index(columnList = "updated_at")
        })
public class CellMarker extends BioRecord {
    @Column(length = 64, nullable = false)
    private String name;

    @Column(length = 64)
    private @Nullable String geneSymbol;

    @Column(length = 32)
    private @Nullable String ncbiGeneId;

    @Column(length = 10)
    private @Nullable String uniprotkbId;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Organism organism;

    protected CellMarker() {}

    public CellMarker(String name, Organism organism) {
        this();
        this.name = name;
        this.organism = organism;
    }

    public String name() {
        return name;
    }

    public @Nullable String geneSymbol() {
        return geneSymbol;
    }

    public CellMarker geneSymbol(String geneSymbol) {
        this.geneSymbol = geneSymbol;
        return this;
    }

    public @Nullable String ncbiGeneId() {
        return ncbiGeneId;
    }

    public CellMarker ncbiGeneId(String ncbiGeneId) {
        this.ncbiGeneId = ncbiGeneId;
        return this;
    }

    /** The accession number of its protein in UniProtKB. */
    public @Nullable String uniprotkbId() {
        return uniprotkbId;
    }

    public CellMarker uniprotkbId(String uniprotkbId) {
        this.uniprotkbId = uniprotkbId;
        return this;
    }

    public Organism organism() {
        return organism;
    }

    @Override
    protected String identity() {
        return name + organism.name();
    }
}
