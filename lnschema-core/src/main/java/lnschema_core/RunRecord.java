package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A record that annotates a run, as the value of a feature or without one. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "created_at"),
            @Index(
                    name = "unique_runrecord",
                    columnList = "run_id, record_id, feature_id",
                    unique = true,
                    options = "where feature_id is not null"),
            @Index(
                    name = "unique_runrecord_null_feature",
                    columnList = "run_id, record_id",
                    unique = true,
                    options = "where feature_id is null")
        })
public class RunRecord extends AuthoredLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Record record;

    @ManyToOne(fetch = LAZY)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private @Nullable Feature feature;

    protected RunRecord() {}

    public RunRecord(Run run, Record record, @Nullable Feature feature) {
        this.run = run;
        this.record = record;
        this.feature = feature;
    }

    public Run run() {
        return run;
    }

    public Record record() {
        return record;
    }

    public @Nullable Feature feature() {
        return feature;
    }
}
