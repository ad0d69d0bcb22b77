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

/** A label that annotates a run. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"run_id", "ulabel_id"}),
        indexes = @Index(columnList = "created_at"))
public class RunULabel extends AuthoredLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private ULabel ulabel;

    protected RunULabel() {}

    public RunULabel(Run run, ULabel ulabel) {
        this.run = run;
        this.ulabel = ulabel;
    }

    public Run run() {
        return run;
    }

    public ULabel ulabel() {
        return ulabel;
    }
}
