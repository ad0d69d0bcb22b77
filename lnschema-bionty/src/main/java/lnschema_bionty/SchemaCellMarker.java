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

/** A cell marker that belongs to a schema. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"schema_id", "cellmarker_id"}))
public class SchemaCellMarker extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Schema schema;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "cellmarker_id", foreignKey = @ForeignKey(options = DEFERRED))
    private CellMarker cellMarker;

    protected SchemaCellMarker() {}

    public SchemaCellMarker(Schema schema, CellMarker cellMarker) {
        this.schema = schema;
        this.cellMarker = cellMarker;
    }

    public Schema schema() {
        return schema;
    }

    public CellMarker cellMarker() {
        return cellMarker;
    }
}
