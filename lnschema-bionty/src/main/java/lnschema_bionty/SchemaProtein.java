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

/** A protein that belongs to a schema. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"schema_id", "protein_id"}))
public class SchemaProtein extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Schema schema;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Protein protein;

    protected SchemaProtein() {}

    public SchemaProtein(Schema schema, Protein protein) {
        this.schema = schema;
        this.protein = protein;
    }

    public Schema schema() {
        return schema;
    }

    public Protein protein() {
        return protein;
    }
}
