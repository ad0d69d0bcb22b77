package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.dialect.Dialect;
import lamin.schema.dialect.PostgresDialect;
import lamin.schema.dialect.SqliteDrop;
import lamin.schema.dialect.SqliteRebuild;
import lamin.schema.dialect.Step;
import lamin.schema.ledger.Ledger;
import lamin.schema.module.Chain;
import lamin.schema.module.Script;
import lamin.schema.operation.DataStep;
import lamin.schema.operation.MisfitException;
import lamin.schema.operation.Replay;
import lamin.schema.plan.Direction;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.sql.Jdbc;

/** Carries out a plan on one connection and moves the ledger. */
final class MigrationRun {
    private final Connection connection;
    private final Dialect dialect;
    private final DeployRequest request;
    private final Direction direction;
    private final Ledger ledger;
    private final SequencedMap<Script, Duration> done = new LinkedHashMap<>();

    MigrationRun(Connection connection, Dialect dialect, DeployRequest request) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.request = request;
        this.direction = request.goal().direction();
        this.ledger = new Ledger(connection);
    }

    /** What happens around each migration, such as a transaction. */
    interface Each {
        Each TOGETHER = (script, apply, record) -> {
            apply.run();
            record.run();
        };

        /** Runs both parts: the migration's steps, and the ledger's. */
        void around(Script script, Work apply, Work record) throws SQLException;
    }

    /** A part of one migration's work. */
    interface Work {
        void run() throws SQLException;
    }

    private record Prepared(Script script, List<Step> steps) {}

    void all(DeployRequest.Pending pending, Each each) throws SQLException {
        var prepared = prepare(pending.plan());
        for (var renaming : Renamings.of(connection, pending.plan())) {
            request.notices().info(renaming.describe());
        }
        var progress = new Progress(request.chains(), pending);
        ledger.prepare(request.chains().stream().map(Chain::module).toList());
        for (var migration : prepared) {
            var script = migration.script();
            long start = System.nanoTime();
            each.around(
                    script, () -> run(script, migration.steps()), () -> record(script, progress, durationSince(start)));
            progress.moveOver(script);
            request.notices().info((direction == Direction.UP ? "applied " : "undid ") + script);
        }
        for (var module : request.versionsToNote(pending).toList()) {
            ledger.mount(module);
        }
    }

    /** What ran so far; a commit may be missing. */
    DeployResult result() {
        return new DeployResult(done.entrySet().stream()
                .map(entry -> new DeployResult.Applied(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Duration durationSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /** All statements are known before the first is run. */
    private List<Prepared> prepare(MigrationPlan plan) {
        var state = new Replay(plan.before());
        return plan.pending().stream()
                .map(script -> new Prepared(script, steps(state, script)))
                .toList();
    }

    private List<Step> steps(Replay state, Script script) {
        try {
            return dialect.steps(state, script.owner(), direction.operations(script));
        } catch (MisfitException e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    direction.describe(script) + " does not fit: " + e.getMessage(),
                    e.remedies(),
                    Facts.of(Facts.Kind.REVISION, script.revision()),
                    e);
        }
    }

    private void run(Script script, List<Step> steps) throws SQLException {
        for (var step : steps) {
            try {
                run(step);
            } catch (SQLException e) {
                throw failed(script, step, e);
            }
        }
    }

    private void run(Step step) throws SQLException {
        switch (step) {
            case Step.Sql(var sql) -> Jdbc.execute(connection, sql);
            case Step.Code(var code) -> instance(code).run(StepConnection.of(connection));
            case Step.Drop(var table) -> SqliteDrop.run(connection, table);
            case Step.DropColumn drop -> SqliteDrop.run(connection, drop);
            case Step.Rebuild(var rebuild) -> new SqliteRebuild(connection, rebuild).run();
        }
    }

    private static DataStep instance(Class<? extends DataStep> code) {
        try {
            return code.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    code.getName() + " needs a public constructor without parameters to be run by a migration",
                    e);
        }
    }

    private void record(Script script, Progress progress, Duration duration) throws SQLException {
        var heads = progress.heads(script);
        var author = request.author();
        switch (direction) {
            case UP -> ledger.advance(script, heads.current(), duration, author.name(), author.engineVersion());
            case DOWN -> ledger.retreat(script, heads.behind(script));
        }
        var mounted = progress.mountedAfter(script);
        if (mounted.isPresent()) {
            ledger.mount(script.owner().module(), mounted.get());
        }
        done.put(script, duration);
    }

    private LaminException failed(Script script, Step step, SQLException cause) {
        var where = switch (step) {
            case Step.Sql(var sql) -> "at: " + (sql.length() > 200 ? sql.substring(0, 200) + " ..." : sql);
            case Step.Code(var code) -> "in " + code.getSimpleName();
            case Step.Drop(var table) -> "while table " + table + " was dropped";
            case Step.DropColumn drop -> "at: " + drop.sql();
            case Step.Rebuild(var rebuild) -> "while table " + rebuild.after().name() + " was rebuilt";
        };
        return isOutsideTransaction(script)
                ? DatabaseFailure.outsideTransaction(direction, script, where, cause)
                : DatabaseFailure.in(direction, script, where, cause);
    }

    private boolean isOutsideTransaction(Script script) {
        return !script.info().transactional()
                && dialect instanceof PostgresDialect(boolean concurrently)
                && concurrently;
    }
}
