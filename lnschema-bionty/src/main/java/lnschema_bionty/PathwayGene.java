package lnschema_bionty;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import lnschema_core.Link;

/** A gene that acts in a pathway. */
@Entity
@Table(name = "bionty_pathway_genes", uniqueConstraints = @UniqueConstraint(columnNames = {"pathway_id", "gene_id"}))
public class PathwayGene extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Pathway pathway;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Gene gene;

    protected PathwayGene() {}

    public PathwayGene(Pathway pathway, Gene gene) {
        this.pathway = pathway;
        this.gene = gene;
    }

    public Pathway pathway() {
        return pathway;
    }

    public Gene gene() {
        return gene;
    }
}
