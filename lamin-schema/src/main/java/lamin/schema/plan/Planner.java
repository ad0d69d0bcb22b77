package lamin.schema.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.ledger.LedgerState;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import lamin.schema.module.Chain;
import lamin.schema.module.Script;
import lamin.schema.operation.MisfitException;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Operation.RenameTable;
import lamin.schema.operation.Replay;
import org.jspecify.annotations.Nullable;

/**
 * Orders the migrations of all modules. Among those that may run, one of a dependent module precedes one of the module
 * that it depends on, so that each meets the state it was written against; ties go by module name, then by chain.
 */
public final class Planner {
    private final List<Chain> chains;
    private final Map<String, Integer> height = new HashMap<>();

    public Planner(List<Chain> chains) {
        var dependencies = dependencies(chains);
        chains.forEach(chain -> height(chain.module().name(), dependencies, new HashSet<>()));
        this.chains = chains.stream()
                .sorted(Comparator.comparingInt((Chain chain) -> -height(chain))
                        .thenComparing(chain -> chain.module().name()))
                .toList();
    }

    /** What must be deployed on a database with this ledger. */
    public MigrationPlan plan(LedgerState ledger) {
        var applied = new HashSet<String>();
        chains.forEach(chain ->
                applied.addAll(chain.withAncestors(ledger.of(chain.module().name()))));
        var ordered = order();
        var before = ordered.stream()
                .filter(script -> applied.contains(script.revision()))
                .toList();
        var pending = ordered.stream()
                .filter(script -> !applied.contains(script.revision()))
                .toList();
        var state = replay(SchemaModel.EMPTY, before);
        replay(state, pending);
        return new MigrationPlan(statuses(ledger, applied), state, pending);
    }

    /** The model state at the end of all chains. */
    public SchemaModel target() {
        return replay(SchemaModel.EMPTY, order());
    }

    /** All migrations of all chains. */
    public List<Script> order() {
        var next = new HashMap<Chain, Integer>();
        var done = new HashSet<String>();
        var ordered = new ArrayList<Script>();
        int total = chains.stream().mapToInt(chain -> chain.scripts().size()).sum();
        while (ordered.size() < total) {
            var script = firstRunnable(next, done);
            if (script == null) {
                throw stuck(next, done);
            }
            done.add(script.revision());
            ordered.add(script);
        }
        return ordered;
    }

    private @Nullable Script firstRunnable(Map<Chain, Integer> next, Set<String> done) {
        for (var chain : chains) {
            int position = next.getOrDefault(chain, 0);
            if (position < chain.scripts().size()) {
                var script = chain.scripts().get(position);
                if (done.containsAll(script.info().dependsOn())) {
                    next.put(chain, position + 1);
                    return script;
                }
            }
        }
        return null;
    }

    private LaminException stuck(Map<Chain, Integer> next, Set<String> done) {
        var waiting = chains.stream()
                .filter(chain -> next.getOrDefault(chain, 0) < chain.scripts().size())
                .map(chain -> chain.scripts().get(next.getOrDefault(chain, 0)))
                .map(script -> {
                    var missing = new ArrayList<>(script.info().dependsOn());
                    missing.removeAll(done);
                    return script + " needs revision " + String.join(", ", missing);
                })
                .collect(Collectors.joining("; "));
        return new LaminException(
                ErrorCode.INCOMPATIBLE,
                waiting + ": no mounted module has it; install the version of the module that brings it");
    }

    private static SchemaModel replay(SchemaModel start, List<Script> scripts) {
        var replay = new Replay(start);
        var lastChange = new HashMap<TableName, Script>();
        for (var script : scripts) {
            for (var operation : script.upgrade()) {
                apply(replay, script, operation, lastChange);
            }
        }
        return replay.state();
    }

    private static void apply(Replay replay, Script script, Operation operation, Map<TableName, Script> lastChange) {
        try {
            replay.apply(script.owner(), operation);
        } catch (MisfitException e) {
            var other = operation instanceof OnTable change ? lastChange.get(change.table()) : null;
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "migration " + script + " does not fit: " + e.getMessage()
                            + (other == null ? "" : "; it was last changed by " + other),
                    e);
        }
        if (operation instanceof RenameTable rename) {
            lastChange.put(rename.newName(), script);
        }
        if (operation instanceof OnTable change) {
            lastChange.put(change.table(), script);
        }
    }

    private List<ModuleStatus> statuses(LedgerState ledger, Set<String> applied) {
        var statuses = new ArrayList<ModuleStatus>();
        var mounted = new HashSet<String>();
        for (var chain : chains) {
            mounted.add(chain.module().name());
            statuses.add(status(chain, ledger.of(chain.module().name()), applied));
        }
        ledger.modules().stream()
                .filter(module -> !mounted.contains(module))
                .forEach(module -> statuses.add(new ModuleStatus.Missing(module, ledger.of(module))));
        statuses.sort(Comparator.comparing(ModuleStatus::module));
        return statuses;
    }

    private static ModuleStatus status(Chain chain, Set<String> current, Set<String> applied) {
        var unknown = current.stream()
                .filter(revision -> chain.script(revision).isEmpty())
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            return new ModuleStatus.Ahead(chain, unknown);
        }
        var pending = chain.scripts().stream()
                .filter(script -> !applied.contains(script.revision()))
                .toList();
        return pending.isEmpty() ? new ModuleStatus.InSync(chain) : new ModuleStatus.Behind(chain, current, pending);
    }

    private int height(Chain chain) {
        return height.getOrDefault(chain.module().name(), 0);
    }

    /** One more than the highest module that it depends on. */
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
