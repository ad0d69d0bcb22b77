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

/** A value that annotates an artifact. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"artifact_id", "jsonvalue_id"}),
        indexes = @Index(columnList = "created_at"))
public class ArtifactJsonValue extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Artifact artifact;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "jsonvalue_id", foreignKey = @ForeignKey(options = DEFERRED))
    private JsonValue jsonValue;

    protected ArtifactJsonValue() {}

    public ArtifactJsonValue(Artifact artifact, JsonValue jsonValue) {
        this.artifact = artifact;
        this.jsonValue = jsonValue;
    }

    public Artifact artifact() {
        return artifact;
    }

    public JsonValue jsonValue() {
        return jsonValue;
    }
}
