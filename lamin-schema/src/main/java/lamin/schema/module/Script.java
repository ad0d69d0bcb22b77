package lamin.schema.module;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Migration;
import lamin.schema.model.Owner;
import lamin.schema.operation.Checksum;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operations;

/** A migration with its operations. */
public record Script(Owner owner, RevisionInfo info, List<Operation> upgrade, List<Operation> downgrade) {
    public Script {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** Runs the script without a database and keeps what it says. */
    static Script load(Owner owner, RevisionInfo info, ClassLoader loader) {
        try {
            var migration = Class.forName(info.className(), true, loader)
                    .asSubclass(Migration.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return new Script(
                    owner, info, Operations.upgradeOf(migration, owner), Operations.downgradeOf(migration, owner));
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "migration " + info.className() + " cannot be loaded; it must be a public class with a public"
                            + " constructor without parameters that implements Migration: " + e,
                    e);
        }
    }

    public String revision() {
        return info.id();
    }

    /** Of what both ways say. */
    public String checksum() {
        return Checksum.of(upgrade, downgrade);
    }

    @Override
    public String toString() {
        return owner.module() + " " + info.id() + " (" + info.release() + ")";
    }
}
