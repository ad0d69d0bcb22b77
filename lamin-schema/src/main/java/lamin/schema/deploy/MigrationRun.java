package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.dialect.Dialect;
import lamin.schema.dialect.PostgresDialect;
import lamin.schema.dialect.SqliteDrop;
import lamin.schema.dialect.SqliteRebuild;
import lamin.schema.dialect.Step;
import lamin.schema.ledger.Ledger;
import lamin.schema.ledger.LedgerState;
import lamin.schema.module.ModuleInfo;
import lamin.schema.module.Script;
import lamin.schema.operation.DataStep;
import lamin.schema.operation.MisfitException;
import lamin.schema.operation.Replay;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.ModuleStatus;
import lamin.schema.sql.Jdbc;
import org.jspecify.annotations.Nullable;

/** Carries out the pending migrations of a plan on one connection and moves the ledger. */
final class MigrationRun {
    private final Connection connection;
    private final Dialect dialect;
    private final DeployRequest request;
    private final Ledger ledger;

    MigrationRun(Connection connection, Dialect dialect, DeployRequest request) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.request = request;
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

    DeployResult all(MigrationPlan plan, LedgerState before, Each each) throws SQLException {
        var prepared = prepare(plan);
        var heads = heads(before);
        ledger.prepare(modules(plan));
        var completed = completed(plan);
        var applied = new ArrayList<DeployResult.Applied>();
        for (var migration : prepared) {
            var script = migration.script();
            long start = System.nanoTime();
            each.around(script, () -> run(script, migration.steps()), () -> {
                record(script, heads, durationSince(start));
                mount(completed.get(script.revision()));
            });
            applied.add(new DeployResult.Applied(script, durationSince(start)));
            request.notices().info("applied " + script);
        }
        for (var status : plan.statuses()) {
            if (status instanceof ModuleStatus.InSync(var chain)) {
                mount(chain.module());
            }
        }
        return new DeployResult(applied);
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
            return dialect.steps(state, script.owner(), script.upgrade());
        } catch (MisfitException e) {
            throw new LaminException(ErrorCode.REFUSED, "migration " + script + " does not fit: " + e.getMessage(), e);
        }
    }

    private static Map<String, Set<String>> heads(LedgerState ledger) {
        var heads = new HashMap<String, Set<String>>();
        ledger.revisions().forEach((module, revisions) -> heads.put(module, new HashSet<>(revisions)));
        return heads;
    }

    private static List<ModuleInfo> modules(MigrationPlan plan) {
        var modules = new LinkedHashSet<ModuleInfo>();
        for (var status : plan.statuses()) {
            switch (status) {
                case ModuleStatus.InSync(var chain) -> modules.add(chain.module());
                case ModuleStatus.Behind behind -> modules.add(behind.chain().module());
                case ModuleStatus.Ahead ahead -> modules.add(ahead.chain().module());
                case ModuleStatus.UnknownRevision unknown ->
                    modules.add(unknown.chain().module());
                case ModuleStatus.Missing ignored -> {}
            }
        }
        return List.copyOf(modules);
    }

    private void mount(@Nullable ModuleInfo module) throws SQLException {
        if (module != null) {
            ledger.mount(module);
        }
    }

    /** By its last pending revision, each module that has one: then the database is as the module's version wants it. */
    private static Map<String, ModuleInfo> completed(MigrationPlan plan) {
        var completed = new HashMap<String, ModuleInfo>();
        for (var status : plan.statuses()) {
            if (status instanceof ModuleStatus.Behind(var chain, var ignored, var pending)) {
                completed.put(pending.getLast().revision(), chain.module());
            }
        }
        return completed;
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
            case Step.Code(var code) -> instance(code).run(connection);
            case Step.Drop(var table) -> SqliteDrop.run(connection, table);
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

    private void record(Script script, Map<String, Set<String>> heads, Duration duration) throws SQLException {
        var current = heads.computeIfAbsent(script.owner().module(), ignored -> new HashSet<>());
        var author = request.author();
        ledger.advance(script, Set.copyOf(current), duration, author.name(), author.engineVersion());
        current.removeAll(script.info().down());
        current.add(script.revision());
    }

    private LaminException failed(Script script, Step step, SQLException cause) {
        var where = switch (step) {
            case Step.Sql(var sql) -> "at: " + (sql.length() > 200 ? sql.substring(0, 200) + " ..." : sql);
            case Step.Code(var code) -> "in " + code.getSimpleName();
            case Step.Drop(var table) -> "while table " + table + " was dropped";
            case Step.Rebuild(var rebuild) -> "while table " + rebuild.after().name() + " was rebuilt";
        };
        return isOutsideTransaction(script)
                ? DatabaseFailure.outsideTransaction(script, where, cause)
                : DatabaseFailure.in(script, where, cause);
    }

    private boolean isOutsideTransaction(Script script) {
        return !script.info().transactional()
                && dialect instanceof PostgresDialect(boolean concurrently)
                && concurrently;
    }
}
