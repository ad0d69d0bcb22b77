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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A transform that follows another one. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"successor_id", "predecessor_id"}),
        indexes = @Index(columnList = "created_at"))
public class TransformTransform extends TrackedLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Transform successor;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Transform predecessor;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String config;

    protected TransformTransform() {}

    public TransformTransform(Transform successor, Transform predecessor) {
        this.successor = successor;
        this.predecessor = predecessor;
    }

    public Transform successor() {
        return successor;
    }

    public Transform predecessor() {
        return predecessor;
    }

    /** The configuration, as JSON. */
    public @Nullable String config() {
        return config;
    }

    public TransformTransform config(String config) {
        this.config = config;
        return this;
    }
}
