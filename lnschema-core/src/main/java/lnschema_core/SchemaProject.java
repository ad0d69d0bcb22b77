package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A project that a schema belongs to. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"schema_id", "project_id"}),
        indexes = @Index(columnList = "created_at"))
public class SchemaProject extends ProjectLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Schema schema;

    protected SchemaProject() {}

    public SchemaProject(Schema schema, Project project) {
        super(project);
        this.schema = schema;
    }

    public Schema schema() {
        return schema;
    }
}
