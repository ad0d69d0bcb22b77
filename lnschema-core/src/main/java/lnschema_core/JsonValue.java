package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.IDENTITY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A value of a feature that is not in a registry, such as a number or a date. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"feature_id", "hash"}),
        indexes = {@Index(columnList = "hash"), @Index(columnList = "created_at")})
public class JsonValue extends TrackedRecord {
    @Id
    @GeneratedValue(strategy = IDENTITY)
    private Long id;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Feature feature;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private String value;

    @Column(length = 22)
    private @Nullable String hash;

    protected JsonValue() {}

    public JsonValue(Feature feature, String value) {
        this();
        this.feature = feature;
        this.value = value;
        this.hash = Md5.base64(value);
    }

    public Long id() {
        return id;
    }

    public @Nullable Feature feature() {
        return feature;
    }

    /** The value, as JSON. */
    public String value() {
        return value;
    }

    /** The hash of the JSON text. */
    public @Nullable String hash() {
        return hash;
    }
}
