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

/** A schema that is part of a composite one, in a slot such as {@code obs}. */
@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"composite_id", "slot"}),
            @UniqueConstraint(columnNames = {"composite_id", "slot", "component_id"})
        },
        indexes = @Index(columnList = "created_at"))
public class SchemaComponent extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Schema composite;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Schema component;

    private @Nullable String slot;

    protected SchemaComponent() {}

    public SchemaComponent(Schema composite, Schema component, @Nullable String slot) {
        this.composite = composite;
        this.component = component;
        this.slot = slot;
    }

    public Schema composite() {
        return composite;
    }

    public Schema component() {
        return component;
    }

    public @Nullable String slot() {
        return slot;
    }
}
