package lamin.schema.internal.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.ledger.MountedModule;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.ModuleVersion;
import lamin.schema.internal.module.RevisionInfo;
import org.jspecify.annotations.Nullable;

/** How a module of a database stands to its code. Class files are enough to tell: no code of the module is run. */
public enum Standing {
    /** Database and code are at the same revision. */
    IN_SYNC,
    /** The code has migrations that the database has not. */
    BEHIND,
    /** The database was deployed from a later version of the code. */
    AHEAD,
    /** The database is at a revision that the code does not have, though its version is no later one. */
    UNKNOWN_REVISION,
    /** The database mounts the module, whose code is not installed. */
    MISSING;

    /**
     * Where a module stands.
     *
     * @param code null where there is none
     */
    public static Standing of(String module, LedgerState ledger, @Nullable ModuleInfo code) {
        if (code == null) {
            return MISSING;
        }
        var current = ledger.of(module);
        if (!unknown(current, code).isEmpty()) {
            boolean isNewer = ledger.mounted(module)
                    .map(MountedModule::version)
                    .filter(version -> ModuleVersion.isNewer(version, code.version()))
                    .isPresent();
            return isNewer ? AHEAD : UNKNOWN_REVISION;
        }
        return current.containsAll(Chain.heads(code)) ? IN_SYNC : BEHIND;
    }

    /** Those of the revisions that the code does not have. */
    static Set<String> unknown(Set<String> current, ModuleInfo code) {
        var unknown = new HashSet<>(current);
        code.revisions().stream().map(RevisionInfo::id).forEach(unknown::remove);
        return unknown;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
