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
import lnschema_core.Schema;

/** A gene that belongs to a schema. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"schema_id", "gene_id"}))
public class SchemaGene extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Schema schema;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Gene gene;

    protected SchemaGene() {}

    public SchemaGene(Schema schema, Gene gene) {
        this.schema = schema;
        this.gene = gene;
    }

    public Schema schema() {
        return schema;
    }

    public Gene gene() {
        return gene;
    }
}
