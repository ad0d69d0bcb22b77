package lamin.schema.plan;

import java.util.List;
import java.util.Set;
import lamin.schema.ledger.LedgerState;
import lamin.schema.module.Chain;
import lamin.schema.module.Script;

/** A mounted module, its code beside the database. */
public sealed interface ModuleStatus {
    String module();

    /** Database and code are at the same revision. */
    record InSync(Chain chain) implements ModuleStatus {
        @Override
        public String module() {
            return chain.module().name();
        }
    }

    /** The code has migrations that the database has not. */
    record Behind(Chain chain, Set<String> current, List<Script> pending) implements ModuleStatus {
        public Behind {
            current = Set.copyOf(current);
            pending = List.copyOf(pending);
        }

        @Override
        public String module() {
            return chain.module().name();
        }
    }

    /** The database is at a revision that the code does not know. */
    record Ahead(Chain chain, Set<String> unknown) implements ModuleStatus {
        public Ahead {
            unknown = Set.copyOf(unknown);
        }

        @Override
        public String module() {
            return chain.module().name();
        }

        /** What is wrong and what to install. */
        public String describe(LedgerState ledger) {
            var version = chain.module().version();
            var mounted = ledger.mounted().getOrDefault(module(), version);
            var artifact = "lnschema-" + module();
            return "the database is ahead of the code: it is at revision " + String.join(", ", unknown) + " of module "
                    + module() + ", which version " + version + " does not have\n"
                    + (mounted.equals(version)
                            ? "use the build of " + artifact + " that it was deployed from"
                            : "install " + artifact + " " + mounted + " or later");
        }
    }

    /** The database has the module; the code has not. */
    record Missing(String module, Set<String> current) implements ModuleStatus {
        public Missing {
            current = Set.copyOf(current);
        }
    }
}
