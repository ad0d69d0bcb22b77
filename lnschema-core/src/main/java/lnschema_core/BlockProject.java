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

/** A project that a block belongs to. */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"block_id", "project_id"}),
        indexes = @Index(columnList = "created_at"))
public class BlockProject extends ProjectLink {
    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(options = DEFERRED))
    private Block block;

    protected BlockProject() {}

    public BlockProject(Block block, Project project) {
        super(project);
        this.block = block;
    }

    public Block block() {
        return block;
    }
}
