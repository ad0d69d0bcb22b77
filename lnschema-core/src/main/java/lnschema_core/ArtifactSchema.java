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
import org.jspecify.annotations.Nullable;

/** A schema that a part of an artifact, its slot, conforms to. */
@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"artifact_id", "slot"}),
            @UniqueConstraint(columnNames = {"artifact_id", "slot", "schema_id"})
        },
        indexes = @Index(columnList = "created_at"))
public class ArtifactSchema extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Schema schema;

    private @Nullable String slot;

    private @Nullable Boolean featureRefIsSemantic;

    protected ArtifactSchema() {}

    public ArtifactSchema(Artifact artifact, Schema schema, @Nullable String slot) {
        this.artifact = artifact;
        this.schema = schema;
        this.slot = slot;
    }

    public Artifact artifact() {
        return artifact;
    }

    public Schema schema() {
        return schema;
    }

    public @Nullable String slot() {
        return slot;
    }

    public @Nullable Boolean featureRefIsSemantic() {
        return featureRefIsSemantic;
    }

    public ArtifactSchema featureRefIsSemantic(boolean featureRefIsSemantic) {
        this.featureRefIsSemantic = featureRefIsSemantic;
        return this;
    }
}
