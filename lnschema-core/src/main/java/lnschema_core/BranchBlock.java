package lnschema_core;

import static jakarta.persistence.FetchType.LAZY;
import static lnschema_core.ForeignKeys.DEFERRED;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A text about a branch. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "version_tag"),
            @Index(columnList = "is_latest"),
            @Index(columnList = "hash"),
            @Index(columnList = "kind"),
            @Index(columnList = "_status_code"),
            @Index(columnList = "created_at")
        })
public class BranchBlock extends BaseBlock {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Branch branch;

    protected BranchBlock() {}

    public BranchBlock(Branch branch, String kind, String content) {
        super(kind, content);
        this.branch = branch;
    }

    public Branch branch() {
        return branch;
    }
}
