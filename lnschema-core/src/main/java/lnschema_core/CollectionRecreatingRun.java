package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A run that recreated a collection with the same content. */
@Entity
@Table(
        name = "lamindb_collection_recreating_runs",
        uniqueConstraints = @UniqueConstraint(columnNames = {"collection_id", "run_id"}))
public class CollectionRecreatingRun extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Collection collection;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Run run;

    protected CollectionRecreatingRun() {}

    public CollectionRecreatingRun(Collection collection, Run run) {
        this.collection = collection;
        this.run = run;
    }

    public Collection collection() {
        return collection;
    }

    public Run run() {
        return run;
    }
}
