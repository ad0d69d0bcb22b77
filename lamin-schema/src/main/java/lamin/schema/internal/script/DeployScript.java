package lamin.schema.internal.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.deploy.Author;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.PlainSql;
import lamin.schema.internal.database.ScriptFrame;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.deploy.Progress;
import lamin.schema.internal.ledger.LedgerSql;
import lamin.schema.internal.ledger.LedgerSql.HistoryRow;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.plan.Origins;
import lamin.schema.internal.plan.Planner;

/**
 * A deploy as SQL for another person to run, created without a database. It contains the transactions and the ledger
 * updates, so that {@code lamin} later finds the database as if it had deployed itself. The script ends before a step
 * that is not SQL.
 */
public final class DeployScript {
    private final DatabaseSystem system;
    private final ScriptFrame frame;
    private final List<Chain> chains;
    private final Author author;
    private final LedgerSql ledger;

    private DeployScript(DatabaseSystem system, List<Chain> chains, Author author) {
        this.system = system;
        this.frame = system.scriptFrame();
        this.chains = chains;
        this.author = author;
        this.ledger = new LedgerSql(system);
    }

    /** The lines that lead from this ledger to the heads. */
    public static List<String> of(DatabaseSystem system, List<Chain> chains, LedgerState from, Author author) {
        return new DeployScript(system, chains, author)
                .lines(new DeployRequest.Pending(from, new Planner(chains).plan(from)));
    }

    private List<String> lines(DeployRequest.Pending pending) {
        var lines = new ArrayList<String>();
        int count = pending.plan().pending().size();
        lines.add(comment(count + (count == 1 ? " migration" : " migrations") + "; run: " + frame.command()));
        lines.addAll(frame.first());
        lines.addAll(frame.together(
                statements(ledger.prepare(chains.stream().map(Chain::module).toList()))));
        addMigrations(lines, pending);
        lines.addAll(frame.last());
        return lines;
    }

    private void addMigrations(List<String> lines, DeployRequest.Pending pending) {
        var progress = new Progress(chains, pending);
        var state = new Replay(pending.plan().before());
        var origins = new Origins(pending.plan().before());
        for (var script : pending.plan().pending()) {
            var code = code(script);
            if (code.isPresent()) {
                lines.addAll(stop(script, code.get()));
                return;
            }
            lines.add(comment("migration " + script));
            for (var operation : script.upgrade()) {
                Effect.of(operation).stream()
                        .flatMap(effect -> origins.dropped(effect).stream())
                        .forEach(dropped ->
                                lines.add(comment("drops " + (dropped.column() == null ? "table " : "column ")
                                        + dropped.name() + " with all its values")));
                origins.follow(operation);
            }
            var steps = system.steps(state, script.owner(), script.upgrade());
            lines.addAll(migration(script, sql(steps), record(script, progress)));
            progress.moveOver(script);
        }
    }

    private static Optional<Run> code(Script script) {
        return script.upgrade().stream()
                .filter(Run.class::isInstance)
                .map(Run.class::cast)
                .findFirst();
    }

    private List<String> migration(Script script, List<String> apply, List<String> record) {
        if (frame.isOneTransaction() || script.info().transactional()) {
            return frame.together(concat(apply, record));
        }
        var begin = frame.together(statements(history(script, LedgerSql.RUNNING)));
        return concat(concat(begin, apply), frame.together(record));
    }

    private List<String> sql(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> PlainSql.of(system, step).stream())
                .toList();
    }

    private List<String> record(Script script, Progress progress) {
        var module = script.owner().module();
        var lines = new ArrayList<String>();
        for (var move : ledger.moveHeads(module, progress.heads(module), progress.headsAfter(script))) {
            lines.add(PlainSql.terminated(move.statement()));
        }
        lines.add(comment("fails where the database was not at the revision before"));
        lines.add(PlainSql.terminated(ledger.requireHead(script)));
        lines.addAll(statements(history(script, LedgerSql.APPLIED)));
        progress.mountedAfter(script)
                .ifPresent(mounted -> lines.addAll(statements(List.of(
                        ledger.updateMounted(module, mounted), ledger.insertMounted(module, mounted, ledger.now())))));
        return lines;
    }

    private List<String> history(Script script, String state) {
        var row = new HistoryRow(script, state, Duration.ZERO, author.name(), author.engineVersion(), ledger.now());
        return ledger.history(List.of(row));
    }

    private static List<String> stop(Script script, Run run) {
        return List.of(
                comment("here the script ends: migration " + script + " runs step "
                        + run.step().getSimpleName() + ", which is Java ("
                        + run.step().getName() + ")"),
                comment("from here on deploy with Lamin4j"));
    }

    private static List<String> statements(List<String> sql) {
        return sql.stream().map(PlainSql::terminated).toList();
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String comment(String text) {
        return "-- " + text;
    }
}
