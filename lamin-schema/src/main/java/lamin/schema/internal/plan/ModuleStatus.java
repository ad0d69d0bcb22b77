package lamin.schema.internal.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lamin.schema.Facts;
import lamin.schema.Remedy;
import lamin.schema.Remedy.InstallModule;
import lamin.schema.Remedy.InstallRelease;
import lamin.schema.internal.ledger.MountedModule;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleHeader;
import lamin.schema.internal.module.Script;
import org.jspecify.annotations.Nullable;

/** The status of a module in a database, compared with its code. */
public sealed interface ModuleStatus {
    String module();

    default ModuleState state() {
        return switch (this) {
            case InSync ignored -> ModuleState.IN_SYNC;
            case Behind ignored -> ModuleState.BEHIND;
            case Ahead ignored -> ModuleState.AHEAD;
            case UnknownRevision ignored -> ModuleState.UNKNOWN_REVISION;
            case Missing ignored -> ModuleState.MISSING;
        };
    }

    /** Database and code are at the same revision. */
    record InSync(ModuleHeader code) implements ModuleStatus {
        @Override
        public String module() {
            return code.name();
        }
    }

    /** A module whose code had to be loaded to determine its status. */
    sealed interface OfChain extends ModuleStatus {
        Chain chain();

        @Override
        default String module() {
            return chain().module().name();
        }
    }

    /** Database and code are incompatible: different code is needed. */
    sealed interface Mismatch extends ModuleStatus {
        /** What is wrong, in one line. */
        String description();

        /** What to do. */
        Remedy remedy();

        /** The revisions of the database that the code does not have. */
        Set<String> unknown();

        /** The module, and its revisions in the database. */
        default Facts facts() {
            return Facts.of(Facts.Kind.MODULE, module()).and(Facts.Kind.REVISION, new TreeSet<>(unknown()));
        }
    }

    /** The code has migrations that the database does not have. */
    record Behind(Chain chain, Set<String> current, List<Script> pending) implements OfChain {
        public Behind {
            current = Set.copyOf(current);
            pending = List.copyOf(pending);
        }
    }

    /** The database was deployed from a later version of the code. */
    record Ahead(Chain chain, Set<String> unknown, MountedModule mounted) implements OfChain, Mismatch {
        public Ahead {
            unknown = Set.copyOf(unknown);
        }

        @Override
        public String description() {
            return "the database is ahead of the code: it has module " + module() + " " + mounted.version()
                    + " at revision " + list(unknown) + ", the code here is version "
                    + chain.module().version();
        }

        @Override
        public Remedy remedy() {
            return mounted.installation(module(), true);
        }
    }

    /**
     * The database is at a revision that the code does not have, although its version is not later.
     *
     * @param mounted null if another tool deployed it
     */
    record UnknownRevision(
            Chain chain, Set<String> unknown, @Nullable MountedModule mounted) implements OfChain, Mismatch {
        public UnknownRevision {
            unknown = Set.copyOf(unknown);
        }

        @Override
        public String description() {
            return "the database has module " + module() + " at revision " + list(unknown)
                    + ", which the chain of version " + chain.module().version()
                    + " does not have: another build was deployed, or the chain was edited";
        }

        @Override
        public Remedy remedy() {
            return mounted != null && mounted.isDistributed()
                    ? new InstallRelease(module(), null)
                    : new InstallModule(module(), null, null, true);
        }
    }

    /**
     * The database mounts the module, whose code is not installed.
     *
     * @param mounted null if another tool deployed it
     */
    record Missing(
            String module, Set<String> current, @Nullable MountedModule mounted) implements Mismatch {
        public Missing {
            current = Set.copyOf(current);
        }

        @Override
        public String description() {
            return "the database has module " + module + (mounted == null ? "" : " " + mounted.version())
                    + ", whose code is not installed";
        }

        @Override
        public Set<String> unknown() {
            return current;
        }

        @Override
        public Remedy remedy() {
            return mounted == null ? InstallModule.named(module) : mounted.installation(module, false);
        }
    }

    private static String list(Set<String> revisions) {
        return String.join(", ", new TreeSet<>(revisions));
    }
}
