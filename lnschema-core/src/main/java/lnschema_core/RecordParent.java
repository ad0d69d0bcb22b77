package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A link from a record to a more general one. */
@Entity
@Table(
        name = "lamindb_record_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_record_id", "to_record_id"}))
public class RecordParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_record_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Record child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_record_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Record parent;

    protected RecordParent() {}

    public RecordParent(Record child, Record parent) {
        this.child = child;
        this.parent = parent;
    }

    public Record child() {
        return child;
    }

    public Record parent() {
        return parent;
    }
}
