package lamin.schema.internal.stamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.deploy.Heads;
import lamin.schema.internal.drift.LiveComparison;
import lamin.schema.internal.foreign.ForeignHistory;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.ledger.MountedModule;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;
import lamin.schema.internal.plan.Planner;
import lamin.schema.internal.plan.Target;

/** The migrations that the ledger would list if it had tracked the existing tables. */
final class StampPlan {
    private final DeployRequest request;
    private final LedgerState ledger;
    private final List<Script> scripts;
    private final LedgerState after;

    private StampPlan(DeployRequest request, LedgerState ledger, List<Script> scripts) {
        this.request = request;
        this.ledger = ledger;
        this.scripts = scripts;
        this.after = after();
    }

    /**
     * Reads the ledger and, without targets, finds the modules that have tables but no revision.
     *
     * @param targets the revisions of modules; empty for the heads of those modules
     */
    static StampPlan of(Connection connection, DeployRequest request, Collection<Target> targets) throws SQLException {
        var ledger = new Ledger(connection).read();
        var wanted = targets.isEmpty() ? untracked(connection, request.chains()) : targets;
        return new StampPlan(request, ledger, new Planner(request.chains()).leadingTo(wanted, ledger));
    }

    private static List<Target> untracked(Connection connection, List<Chain> chains) throws SQLException {
        var modules = LiveComparison.untracked(connection, chains);
        return chains.stream()
                .filter(chain -> modules.contains(chain.module().name())
                        && !chain.scripts().isEmpty())
                .map(chain -> Target.at(chain.scripts().getLast()))
                .toList();
    }

    private LedgerState after() {
        var heads = new HashMap<String, Heads>();
        for (var chain : request.chains()) {
            heads.put(chain.module().name(), new Heads(chain, ledger));
        }
        scripts.forEach(script ->
                Objects.requireNonNull(heads.get(script.owner().module())).move(script, Direction.UP));
        var revisions = new TreeMap<String, Set<String>>(ledger.revisions());
        heads.forEach((module, moved) -> revisions.put(module, moved.current()));
        return new LedgerState(revisions, ledger.mounted());
    }

    /** Compares the tables of the modules whose ledger entries change. */
    StampResult compare(Connection connection) throws SQLException {
        var concerned = concerned();
        var histories = ForeignHistory.read(connection);
        if (concerned.isEmpty()) {
            return new StampResult(List.of(), List.of(), histories, false);
        }
        var expected = new Planner(request.chains()).plan(after).before();
        var comparison = LiveComparison.of(connection, request.chains(), expected, request.notices());
        var modules = concerned.stream()
                .map(module -> comparison.of(module, after.of(module.name())))
                .toList();
        return new StampResult(scripts, modules, histories, false);
    }

    /** The modules with migrations to record, and those that another tool tracks. */
    private List<ModuleInfo> concerned() {
        return concernedChains()
                .map(Chain::module)
                .sorted(Comparator.comparing(ModuleInfo::name))
                .toList();
    }

    private Stream<Chain> concernedChains() {
        var stamped = scripts.stream().map(script -> script.owner().module()).collect(Collectors.toSet());
        return request.chains().stream().filter(chain -> {
            var module = chain.module().name();
            return stamped.contains(module)
                    || (ledger.mounted(module).isEmpty() && !after.of(module).isEmpty());
        });
    }

    /** Writes the ledger in the caller's transaction. */
    void write(Connection connection) throws SQLException {
        var records = new Ledger(connection);
        var author = request.author();
        records.prepare(concernedChains().map(Chain::module).toList());
        for (var script : scripts) {
            records.noteStamped(script, author.name(), author.engineVersion());
        }
        for (var chain : concernedChains().toList()) {
            var module = chain.module().name();
            records.moveHeads(module, ledger.of(module), after.of(module));
            note(records, chain);
        }
    }

    /** Migrations run by another tool have no history yet. */
    private void note(Ledger records, Chain chain) throws SQLException {
        var module = chain.module();
        var applied = chain.withAncestors(after.of(module.name()));
        var known = records.checksums().keySet();
        for (var script : chain.scripts()) {
            if (applied.contains(script.revision()) && !known.contains(script.revision())) {
                records.noteStamped(
                        script, request.author().name(), request.author().engineVersion());
            }
        }
        records.mount(module.name(), new MountedModule(chain.versionWith(applied), module.coordinates()));
    }
}
