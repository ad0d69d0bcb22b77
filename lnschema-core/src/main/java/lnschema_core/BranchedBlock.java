package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.ColumnDefault;

/** A text on a branch. */
@MappedSuperclass
public abstract class BranchedBlock extends BaseBlock {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    @ColumnDefault("1")
    private Branch branch;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    @ColumnDefault("1")
    private Branch createdOn;

    protected BranchedBlock() {}

    @SuppressWarnings("NullAway.Init") // prepare() sets the branches
    protected BranchedBlock(String kind, String content) {
        super(kind, content);
    }

    @Override
    public void prepare(SaveContext context) {
        super.prepare(context);
        if (branch == null) {
            branch = context.branch();
        }
        if (createdOn == null) {
            createdOn = branch;
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
}
