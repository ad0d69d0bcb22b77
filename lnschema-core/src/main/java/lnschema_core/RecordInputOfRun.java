package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A record that a run read. */
@Entity
@Table(
        name = "lamindb_record_input_of_runs",
        uniqueConstraints = @UniqueConstraint(columnNames = {"record_id", "run_id"}))
public class RecordInputOfRun extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Record record;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    protected RecordInputOfRun() {}

    public RecordInputOfRun(Record record, Run run) {
        this.record = record;
        this.run = run;
    }

    public Record record() {
        return record;
    }

    public Run run() {
        return run;
    }
}
