package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Column;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A record in a space and on a branch. */
@MappedSuperclass
public abstract class SqlRecord extends BaseRecord {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    @ColumnDefault("1")
    private Branch branch;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    @ColumnDefault("1")
    private Branch createdOn;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    @ColumnDefault("1")
    private Space space;

    @ColumnDefault("false")
    private boolean isLocked;

    @Column(name = "_aux")
    @JdbcTypeCode(SqlTypes.JSON)
    @ColumnDefault("'null'")
    private @Nullable String aux;

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (branch == null) {
            branch = context.branch();
        }
        if (createdOn == null) {
            createdOn = branch;
        }
        if (space == null) {
            space = context.space();
        }
    }

    /** The branch that it is on now; the trash once it is deleted. */
    public Branch branch() {
        return branch;
    }

    public void branch(Branch branch) {
        this.branch = branch;
    }

    /** The branch that it was created on. */
    public Branch createdOn() {
        return createdOn;
    }

    public Space space() {
        return space;
    }

    public void space(Space space) {
        this.space = space;
    }

    /** Whether it is protected from changes. */
    public boolean isLocked() {
        return isLocked;
    }

    /** LaminDB's auxiliary data, as JSON. */
    public @Nullable String aux() {
        return aux;
    }
}
