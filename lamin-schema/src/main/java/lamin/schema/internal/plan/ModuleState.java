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

/**
 * The status of a module in a database, compared with its code. It is determined from class files, without running code
 * of the module.
 */
public enum ModuleState {
    /** Database and code are at the same revision. */
    IN_SYNC,
    /** The code has migrations that the database does not have. */
    BEHIND,
    /** The database was deployed from a later version of the code. */
    AHEAD,
    /** The database is at a revision that the code does not have, although its version is not later. */
    UNKNOWN_REVISION,
    /** The database mounts the module, whose code is not installed. */
    MISSING;

    /**
     * The status of a module.
     *
     * @param code null if it is not installed
     */
    public static ModuleState of(String module, LedgerState ledger, @Nullable ModuleInfo code) {
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

    /** The revisions that the code does not have. */
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
