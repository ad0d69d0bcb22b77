package lnschema_bionty;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import lnschema_core.Link;

/** A link from an ethnicity to a more general one. */
@Entity
@Table(
        name = "bionty_ethnicity_parents",
        uniqueConstraints = @UniqueConstraint(columnNames = {"from_ethnicity_id", "to_ethnicity_id"}))
public class EthnicityParent extends Link {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "from_ethnicity_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Ethnicity child;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "to_ethnicity_id", foreignKey = @ForeignKey(options = DEFERRED))
    private Ethnicity parent;

    protected EthnicityParent() {}

    public EthnicityParent(Ethnicity child, Ethnicity parent) {
        this.child = child;
        this.parent = parent;
    }

    public Ethnicity child() {
        return child;
    }

    public Ethnicity parent() {
        return parent;
    }
}
