package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A feature that belongs to a schema. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"schema_id", "feature_id"}))
public class SchemaFeature extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Schema schema;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Feature feature;

    protected SchemaFeature() {}

    public SchemaFeature(Schema schema, Feature feature) {
        this.schema = schema;
        this.feature = feature;
    }

    public Schema schema() {
        return schema;
    }

    public Feature feature() {
        return feature;
    }
}
