package lamin.schema.internal.module;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Migration;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.checksum.Checksum;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.model.Owner;
import lamin.schema.operation.Operations;

/** A migration with its operations. */
public record Script(Owner owner, RevisionInfo info, List<Operation> upgrade, List<Operation> downgrade) {
    public Script {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** Runs the script without a database and keeps its operations. */
    static Script load(Owner owner, RevisionInfo info, ClassLoader loader) {
        var migration = instance(info, loader);
        try {
            var script = new Script(
                    owner, info, Operations.upgradeOf(migration, owner), Operations.downgradeOf(migration, owner));
            script.refuseMixedTransaction();
            return script;
        } catch (LaminException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new LaminException(
                    ErrorCode.REFUSED, "migration " + info.className() + " cannot list its operations: " + e, e);
        }
    }

    private static Migration instance(RevisionInfo info, ClassLoader loader) {
        try {
            return Class.forName(info.className(), true, loader)
                    .asSubclass(Migration.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "migration " + info.className() + " cannot be loaded; it must be a public class with a public"
                            + " constructor without parameters that implements Migration: " + e,
                    e);
        }
    }

    /**
     * An operation that PostgreSQL refuses inside a transaction must be alone, so that a migration is never left half
     * done.
     */
    private void refuseMixedTransaction() {
        boolean isConcurrent = upgrade.stream().anyMatch(Script::isConcurrent);
        if (info.transactional() && isConcurrent) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "migration " + this
                            + " builds an index concurrently inside a transaction, which PostgreSQL refuses",
                    new Advice("write @Revision(..., transactional = false)"));
        }
        if (!info.transactional() && !isConcurrent) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "migration " + this
                            + " is not transactional, which only an index that is built concurrently may be",
                    new Advice("leave transactional = false out"));
        }
        if (!info.transactional() && upgrade.size() > 1) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "migration " + this + " is not transactional and has " + upgrade.size()
                            + " operations, of which a failure would leave some behind",
                    new Advice("make a migration of each"));
        }
    }

    private static boolean isConcurrent(Operation operation) {
        return operation instanceof CreateIndex index && index.concurrently();
    }

    /** Whether it may share a transaction on a database that no other session uses yet. */
    public boolean mayRunInTransaction() {
        return info.transactional() || upgrade.stream().allMatch(Script::isConcurrent);
    }

    /** Whether it changes tables or sequences but has no downgrade. */
    public boolean isDowngradeForgotten() {
        return downgrade.isEmpty()
                && upgrade.stream()
                        .anyMatch(operation ->
                                operation instanceof Operation.OnSchema || operation instanceof Operation.ChangeRows);
    }

    /** Whether it can be undone. */
    public boolean isReversible() {
        return !isDowngradeForgotten() && downgrade.stream().noneMatch(Operation.Irreversible.class::isInstance);
    }

    public String revision() {
        return info.id();
    }

    /** The name of its source file. */
    public String fileName() {
        return info.simpleName() + ".java";
    }

    /** The checksum of upgrade and downgrade. */
    public String checksum() {
        return checksums().ofBoth();
    }

    /** The checksums of both directions and of the upgrade alone. */
    public Checksum.Pair checksums() {
        return Checksum.pair(owner, upgrade, downgrade);
    }

    @Override
    public String toString() {
        return owner.module() + " " + info.id() + " (" + info.release() + ")";
    }
}
