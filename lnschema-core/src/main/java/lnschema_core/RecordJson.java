package lnschema_core;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A value of a feature of a record that is not in a registry, such as a number or a date. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"record_id", "feature_id"}))
public class RecordJson extends RecordValue {
    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'null'")
    private String value;

    protected RecordJson() {}

    public RecordJson(Record record, Feature feature, String value) {
        super(record, feature);
        this.value = value;
    }

    /** The value, as JSON. */
    public String value() {
        return value;
    }
}
