package lamin.schema.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.schema.dialect.Dialect;
import lamin.schema.dialect.PlainSql;
import lamin.schema.dialect.Step;
import lamin.schema.ledger.LedgerSql;
import lamin.schema.ledger.LedgerSql.HistoryRow;
import lamin.schema.ledger.LedgerState;
import lamin.schema.module.Chain;
import lamin.schema.module.Script;
import lamin.schema.operation.Operation.Run;
import lamin.schema.operation.Replay;
import lamin.schema.plan.Planner;
import lamin.schema.sql.Flavour;

/**
 * A deploy as SQL for somebody else to run, made without a database. It holds the transactions and the ledger, so that
 * {@code lamin} finds the database as if it had deployed itself. Before a step that is no SQL the script ends.
 */
public final class DeployScript {
    private final Flavour flavour;
    private final List<Chain> chains;
    private final Author author;
    private final LedgerSql ledger;
    private final List<String> lines = new ArrayList<>();

    private DeployScript(Flavour flavour, List<Chain> chains, Author author) {
        this.flavour = flavour;
        this.chains = chains;
        this.author = author;
        this.ledger = new LedgerSql(flavour);
    }

    /** The lines of what leads from this ledger to the heads. */
    public static List<String> of(Flavour flavour, List<Chain> chains, LedgerState from, Author author) {
        var script = new DeployScript(flavour, chains, author);
        script.write(new DeployRequest.Pending(from, new Planner(chains).plan(from)));
        return script.lines;
    }

    private void write(DeployRequest.Pending pending) {
        begin(pending);
        var progress = new Progress(chains, pending);
        var state = new Replay(pending.plan().before());
        for (var script : pending.plan().pending()) {
            var code = code(script);
            if (code.isPresent()) {
                stop(script, code.get());
                break;
            }
            comment("migration " + script);
            write(script, Dialect.of(flavour).steps(state, script.owner(), script.upgrade()), progress);
            progress.moveOver(script);
        }
        end();
    }

    private static Optional<Run> code(Script script) {
        return script.upgrade().stream()
                .filter(Run.class::isInstance)
                .map(Run.class::cast)
                .findFirst();
    }

    private void begin(DeployRequest.Pending pending) {
        int count = pending.plan().pending().size();
        comment(count + (count == 1 ? " migration" : " migrations") + "; run: "
                + switch (flavour) {
                    case SQLITE -> "sqlite3 -bail DATABASE < SCRIPT";
                    case POSTGRESQL -> "psql -v ON_ERROR_STOP=1 -f SCRIPT DATABASE";
                });
        switch (flavour) {
            case SQLITE -> {
                comment("foreign keys are off for this connection: a rebuild would delete the rows that point to it");
                lines.add("PRAGMA foreign_keys = OFF;");
                lines.add("BEGIN IMMEDIATE;");
                prepare();
            }
            case POSTGRESQL -> inTransaction(this::prepare);
        }
    }

    private void prepare() {
        ledger.prepare(chains.stream().map(Chain::module).toList()).forEach(this::statement);
    }

    private void write(Script script, List<Step> steps, Progress progress) {
        switch (flavour) {
            case SQLITE -> {
                apply(steps);
                record(script, progress);
            }
            case POSTGRESQL -> {
                if (script.info().transactional()) {
                    inTransaction(() -> {
                        apply(steps);
                        record(script, progress);
                    });
                } else {
                    inTransaction(() -> history(script, LedgerSql.RUNNING));
                    apply(steps);
                    inTransaction(() -> record(script, progress));
                }
            }
        }
    }

    private void apply(List<Step> steps) {
        steps.forEach(step -> lines.addAll(PlainSql.of(step)));
    }

    private void record(Script script, Progress progress) {
        var module = script.owner().module();
        for (var move : ledger.moveHeads(module, progress.heads(module), progress.headsAfter(script))) {
            statement(move.statement());
        }
        comment("fails where the database was not at the revision before");
        statement(ledger.requireHead(script));
        history(script, LedgerSql.APPLIED);
        progress.mountedAfter(script).ifPresent(mounted -> {
            statement(ledger.updateMounted(module, mounted));
            statement(ledger.insertMounted(module, mounted, ledger.now()));
        });
    }

    private void history(Script script, String state) {
        var row = new HistoryRow(script, state, Duration.ZERO, author.name(), author.engineVersion(), ledger.now());
        ledger.history(List.of(row)).forEach(this::statement);
    }

    private void inTransaction(Runnable work) {
        lines.add("BEGIN;");
        lines.add("SET LOCAL TimeZone = 'UTC';");
        work.run();
        lines.add("COMMIT;");
    }

    private void stop(Script script, Run run) {
        comment("here the script ends: migration " + script + " runs step "
                + run.step().getSimpleName() + ", which is Java (" + run.step().getName() + ")");
        comment("from here on deploy with Lamin4j");
    }

    private void end() {
        if (flavour == Flavour.SQLITE) {
            comment("rows that are printed here point to nothing: then ROLLBACK instead of COMMIT");
            lines.add("PRAGMA foreign_key_check;");
            lines.add("COMMIT;");
        }
    }

    private void statement(String sql) {
        lines.add(PlainSql.terminated(sql));
    }

    private void comment(String text) {
        lines.add("-- " + text);
    }
}
