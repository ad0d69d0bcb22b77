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

/** A value that annotates a run. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"run_id", "jsonvalue_id"}),
        indexes = @Index(columnList = "created_at"))
public class RunJsonValue extends AuthoredLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "jsonvalue_id", foreignKey = @ForeignKey(options = DEFERRED))
    private JsonValue jsonValue;

    protected RunJsonValue() {}

    public RunJsonValue(Run run, JsonValue jsonValue) {
        this.run = run;
        this.jsonValue = jsonValue;
    }

    public Run run() {
        return run;
    }

    public JsonValue jsonValue() {
        return jsonValue;
    }
}
