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

/** A pathway that belongs to a schema. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"schema_id", "pathway_id"}))
public class SchemaPathway extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Schema schema;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Pathway pathway;

    protected SchemaPathway() {}

    public SchemaPathway(Schema schema, Pathway pathway) {
        this.schema = schema;
        this.pathway = pathway;
    }

    public Schema schema() {
        return schema;
    }

    public Pathway pathway() {
        return pathway;
    }
}
