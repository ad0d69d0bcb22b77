package lamin.schema.internal.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.InstallModule;
import lamin.schema.Remedy.MountModule;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleHeader;
import lamin.schema.internal.module.Script;
import lamin.schema.model.SchemaModel;

/**
 * Orders the migrations of all modules. Among migrations that may run, one of a dependent module precedes one of the
 * module that it depends on, so that each is applied to the state it was written against; ties are broken by module
 * name, then by chain.
 */
public final class Planner {
    private final List<Chain> chains;
    private final Map<String, Integer> height = new HashMap<>();

    public Planner(List<Chain> chains) {
        refuseSharedRevisions(chains);
        var dependencies = dependencies(chains);
        chains.forEach(chain -> height(chain.module().name(), dependencies, new HashSet<>()));
        this.chains = chains.stream()
                .sorted(Comparator.comparingInt((Chain chain) -> -height(chain))
                        .thenComparing(chain -> chain.module().name()))
                .toList();
    }

    /** A copied migration would count as applied once the other module's original is. */
    private static void refuseSharedRevisions(List<Chain> chains) {
        var claims = new HashMap<String, Script>();
        var shared = new ArrayList<String>();
        for (var chain : chains) {
            for (var script : chain.scripts()) {
                var twin = claims.put(script.revision(), script);
                if (twin != null) {
                    shared.add("revision " + script.revision() + " is claimed by " + claimant(twin) + " and "
                            + claimant(script) + "; give one a new id");
                }
            }
        }
        if (!shared.isEmpty()) {
            throw new LaminException(ErrorCode.REFUSED, String.join("\n", shared));
        }
    }

    private static String claimant(Script script) {
        return script.info().className() + " of module " + script.owner().module();
    }

    /** The plan of a deploy on a database with this ledger; empty while the database is ahead of the code. */
    public MigrationPlan plan(LedgerState ledger) {
        return plan(ledger, new Goal.Heads());
    }

    /**
     * The plan that leads to a goal on a database with this ledger.
     *
     * @throws LaminException with {@code REFUSED} if something cannot be undone, or if a migration that would run or
     *     remain pending would not fit
     */
    public MigrationPlan plan(LedgerState ledger, Goal goal) {
        var applied = applied(ledger);
        var statuses = statuses(ledger, applied);
        var nothing = new MigrationPlan(statuses, SchemaModel.EMPTY, goal.direction(), List.of());
        if (nothing.isAhead()) {
            return nothing;
        }
        var selection = new Selection(chains, order(), applied);
        var scripts = selection.of(goal);
        if (goal.direction() == Direction.DOWN && !scripts.isEmpty()) {
            refuseUnseen(ledger);
        }
        var replay = new ChainReplay();
        replay.apply(selection.done());
        var before = replay.state();
        refuseMisfits(replay, goal, scripts, selection);
        return new MigrationPlan(statuses, before, goal.direction(), scripts);
    }

    /**
     * After a partial run the remaining migrations must still fit: another module may be written against an earlier
     * state.
     */
    private static void refuseMisfits(ChainReplay replay, Goal goal, List<Script> scripts, Selection selection) {
        switch (goal) {
            case Goal.Heads ignored -> {
                replay.apply(scripts, Direction.UP, Conflict.Solution.INSTALL);
                KeyNames.refuseShared(replay.state().tables());
            }
            case Goal.UpTo ignored -> {
                replay.apply(scripts, Direction.UP, Conflict.Solution.INSTALL);
                replay.apply(selection.pendingBut(scripts), Direction.UP, Conflict.Solution.DEPLOY_ALL);
            }
            case Goal.BackTo ignored -> replay.apply(scripts, Direction.DOWN, Conflict.Solution.UNDO_OTHER);
        }
    }

    /**
     * Migrations whose code is not installed, or that belong to an unmounted module, may depend on those to be undone.
     */
    private void refuseUnseen(LedgerState ledger) {
        var seen = chains.stream().map(chain -> chain.module().name()).toList();
        for (var module : ledger.revisions().keySet()) {
            if (!seen.contains(module) && !ledger.of(module).isEmpty()) {
                throw new LaminException(
                        ErrorCode.INCOMPATIBLE,
                        "the database has module " + module
                                + ", whose code is not installed or not mounted; whether it"
                                + " depends on what would be undone is unknown",
                        InstallModule.named(module),
                        new MountModule(module));
            }
        }
    }

    /**
     * The migrations that bring modules up to these targets, with their dependencies in other modules; whether they fit
     * is not checked.
     *
     * @throws LaminException with {@code REFUSED} if a module is past its target
     */
    public List<Script> leadingTo(Collection<Target> targets, LedgerState ledger) {
        var selection = new Selection(chains, order(), applied(ledger));
        var wanted = targets.stream()
                .flatMap(target -> selection.of(new Goal.UpTo(target)).stream())
                .map(Script::revision)
                .collect(Collectors.toSet());
        return selection.ordered().stream()
                .filter(script -> wanted.contains(script.revision()))
                .toList();
    }

    /** The revisions and everything that must be applied before them, in any module. */
    public Set<String> needed(Set<String> revisions) {
        return Selection.needed(order(), revisions);
    }

    /** The ledger of a database that is at these targets and at their requirements, and otherwise at the beginning. */
    public LedgerState ledgerAt(List<Target> targets) {
        var revisions = targets.stream()
                .filter(target -> !target.isBase())
                .map(Target::revision)
                .collect(Collectors.toSet());
        var applied = needed(revisions);
        var heads = new TreeMap<String, Set<String>>();
        chains.forEach(chain -> heads.put(chain.module().name(), chain.headsOf(applied)));
        return new LedgerState(heads, new TreeMap<>());
    }

    /** The model state at the end of all chains. */
    public SchemaModel target() {
        var replay = new ChainReplay();
        replay.apply(order());
        var state = replay.state();
        KeyNames.refuseShared(state.tables());
        return state;
    }

    /** All migrations of all chains. */
    public List<Script> order() {
        var queues =
                chains.stream().map(chain -> new ArrayDeque<>(chain.scripts())).toList();
        var done = new HashSet<String>();
        var ordered = new ArrayList<Script>();
        while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
            var script = firstRunnable(queues, done).orElseThrow(() -> stuck(queues, done));
            done.add(script.revision());
            ordered.add(script);
        }
        return ordered;
    }

    private static Optional<Script> firstRunnable(List<ArrayDeque<Script>> queues, Set<String> done) {
        return queues.stream()
                .filter(queue -> !queue.isEmpty()
                        && done.containsAll(queue.element().info().dependsOn()))
                .findFirst()
                .map(ArrayDeque::remove);
    }

    private LaminException stuck(List<ArrayDeque<Script>> queues, Set<String> done) {
        var stuck = queues.stream()
                .filter(queue -> !queue.isEmpty())
                .map(ArrayDeque::element)
                .toList();
        var waiting = stuck.stream()
                .map(script -> {
                    var missing = new ArrayList<>(script.info().dependsOn());
                    missing.removeAll(done);
                    return script + " requires revision " + String.join(", ", missing)
                            + ", which no mounted module provides";
                })
                .collect(Collectors.joining("; "));
        return new LaminException(ErrorCode.INCOMPATIBLE, waiting, new Advice(versionsToInstall(stuck)));
    }

    /** A revision does not name its module; other revisions that the waiting modules depend on do. */
    private String versionsToInstall(List<Script> waiting) {
        var dependencies = dependencies(chains);
        var suppliers = waiting.stream()
                .flatMap(script -> dependencies.getOrDefault(script.owner().module(), Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var installed = chains.stream()
                .map(Chain::module)
                .filter(module -> suppliers.contains(module.name()))
                .map(module -> "lnschema-" + module.name() + " (installed: " + module.version() + ")")
                .sorted()
                .toList();
        return installed.isEmpty()
                ? "install the version of the other module that this one was made for"
                : "install a later version of " + String.join(" or ", installed);
    }

    /** Every module of code and database, by name. */
    public List<ModuleStatus> statuses(LedgerState ledger) {
        return statuses(ledger, applied(ledger));
    }

    /** The same, if all of the code is known to be in sync. */
    public static List<ModuleStatus> inSync(List<ModuleHeader> code, LedgerState ledger) {
        var byName = missing(ledger);
        code.forEach(module -> byName.put(module.name(), new ModuleStatus.InSync(module)));
        return List.copyOf(byName.values());
    }

    private Set<String> applied(LedgerState ledger) {
        var applied = new HashSet<String>();
        chains.forEach(chain -> applied.addAll(ledger.applied(chain)));
        return applied;
    }

    private List<ModuleStatus> statuses(LedgerState ledger, Set<String> applied) {
        var byName = missing(ledger);
        chains.forEach(chain -> byName.put(chain.module().name(), status(chain, ledger, applied)));
        return List.copyOf(byName.values());
    }

    /** Every module of the database, as if no code was installed. */
    private static SortedMap<String, ModuleStatus> missing(LedgerState ledger) {
        var byName = new TreeMap<String, ModuleStatus>();
        ledger.modules()
                .forEach(module -> byName.put(
                        module,
                        new ModuleStatus.Missing(
                                module,
                                ledger.of(module),
                                ledger.mounted(module).orElse(null))));
        return byName;
    }

    private static ModuleStatus status(Chain chain, LedgerState ledger, Set<String> applied) {
        var code = chain.module();
        var current = ledger.of(code.name());
        var mounted = ledger.mounted(code.name()).orElse(null);
        return switch (ModuleState.of(code.name(), ledger, code)) {
            case IN_SYNC -> new ModuleStatus.InSync(code.header());
            case BEHIND -> new ModuleStatus.Behind(chain, current, pending(chain, applied));
            case AHEAD -> new ModuleStatus.Ahead(chain, ModuleState.unknown(current, code), requireNonNull(mounted));
            case UNKNOWN_REVISION ->
                new ModuleStatus.UnknownRevision(chain, ModuleState.unknown(current, code), mounted);
            case MISSING -> new ModuleStatus.Missing(code.name(), current, mounted);
        };
    }

    private static List<Script> pending(Chain chain, Set<String> applied) {
        return chain.scripts().stream()
                .filter(script -> !applied.contains(script.revision()))
                .toList();
    }

    private int height(Chain chain) {
        return height.getOrDefault(chain.module().name(), 0);
    }

    /** One more than the highest level of the modules that it depends on. */
    private int height(String module, Map<String, Set<String>> dependencies, Set<String> path) {
        var known = height.get(module);
        if (known != null) {
            return known;
        }
        if (!path.add(module)) {
            throw new LaminException(
                    ErrorCode.REFUSED, "the modules " + path + " depend on each other's migrations in a circle");
        }
        int highest = dependencies.getOrDefault(module, Set.of()).stream()
                .mapToInt(other -> height(other, dependencies, path))
                .max()
                .orElse(-1);
        path.remove(module);
        height.put(module, highest + 1);
        return highest + 1;
    }

    private static Map<String, Set<String>> dependencies(List<Chain> chains) {
        var moduleOf = new HashMap<String, String>();
        chains.forEach(chain -> chain.scripts()
                .forEach(
                        script -> moduleOf.put(script.revision(), chain.module().name())));
        var dependencies = new HashMap<String, Set<String>>();
        chains.forEach(chain -> chain.scripts().stream()
                .flatMap(script -> script.info().dependsOn().stream())
                .map(revision -> moduleOf.getOrDefault(revision, chain.module().name()))
                .filter(other -> !other.equals(chain.module().name()))
                .forEach(other -> dependencies
                        .computeIfAbsent(chain.module().name(), ignored -> new HashSet<>())
                        .add(other)));
        return dependencies;
    }
}
