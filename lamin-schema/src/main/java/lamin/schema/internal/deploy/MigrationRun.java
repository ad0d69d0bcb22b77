package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.deploy.DeployResult;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.ledger.MountedModule;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.operation.DataStep;

/** Runs a plan on one connection and updates the ledger. */
public final class MigrationRun {
    private static final String NOTHING_LEFT = "nothing of it was kept";

    private final Connection connection;
    private final DeployRequest.Allowed allowed;
    private final DeployRequest request;
    private final Direction direction;
    private final Ledger ledger;
    private final SequencedMap<String, DeployResult.Applied> done = new LinkedHashMap<>();

    public MigrationRun(Connection connection, DeployRequest request, DeployRequest.Allowed allowed)
            throws SQLException {
        this.connection = connection;
        this.allowed = allowed;
        this.request = request;
        this.direction = request.goal().direction();
        this.ledger = new Ledger(connection);
    }

    /** Wraps each migration, for example in a transaction. */
    public interface Each {
        /** Runs both parts: the migration's steps and the ledger update. */
        void around(Script script, Work apply, Work record) throws SQLException;

        /** A sentence about what is left of a migration whose steps fail. */
        default String leftOf(Script script) {
            return NOTHING_LEFT;
        }
    }

    /** A part of the work for one migration. */
    public interface Work {
        void run() throws SQLException;
    }

    /**
     * Runs all migrations in the caller's transaction and updates the ledger once, at the end. The caller calls {@link
     * #report} after its COMMIT.
     */
    public void together() throws SQLException {
        prepare();
        var pending = allowed.pending();
        var progress = new Progress(request.chains(), pending);
        var before = progress.heads();
        var applied = new LinkedHashMap<String, List<Ledger.Applied>>();
        for (var migration : allowed.migrations()) {
            var script = migration.script();
            long start = System.nanoTime();
            run(script, migration.steps(), NOTHING_LEFT);
            applied.computeIfAbsent(script.owner().module(), module -> new ArrayList<>())
                    .add(done(script, start));
            progress.moveOver(script);
        }
        for (var ofModule : applied.entrySet()) {
            var module = ofModule.getKey();
            var from = before.getOrDefault(module, Set.of());
            record(module, ofModule.getValue(), from, progress.heads(module), Optional.of(progress.mounted(module)));
        }
        noteVersions(pending);
    }

    /** Runs the migrations one by one, each wrapped separately. */
    public void oneByOne(Each each) throws SQLException {
        prepare();
        var pending = allowed.pending();
        var progress = new Progress(request.chains(), pending);
        for (var migration : allowed.migrations()) {
            var script = migration.script();
            long start = System.nanoTime();
            each.around(
                    script,
                    () -> run(script, migration.steps(), each.leftOf(script)),
                    () -> record(
                            script.owner().module(),
                            List.of(done(script, start)),
                            progress.heads(script.owner().module()),
                            progress.headsAfter(script),
                            progress.mountedAfter(script)));
            progress.moveOver(script);
            tell(script);
        }
        noteVersions(pending);
    }

    private void noteVersions(DeployRequest.Pending pending) throws SQLException {
        for (var module : request.versionsToNote(pending).toList()) {
            ledger.mount(module);
        }
    }

    /** Reports all migrations of a transaction that was committed. */
    public void report() {
        done.values().forEach(applied -> tell(applied.script()));
    }

    private void tell(Script script) {
        request.notices().info((direction == Direction.UP ? "applied " : "undid ") + script);
    }

    private Ledger.Applied done(Script script, long startNanos) {
        var duration = Duration.ofNanos(System.nanoTime() - startNanos);
        done.put(script.revision(), new DeployResult.Applied(script, duration));
        return new Ledger.Applied(script, Instant.now(), duration);
    }

    /** The migrations that have run so far; the last commit may be missing. */
    public DeployResult result() {
        return new DeployResult(List.copyOf(done.values()));
    }

    private void prepare() throws SQLException {
        done.clear();
        ledger.prepare(request.chains().stream().map(Chain::module).toList());
    }

    private void run(Script script, List<Step> steps, String left) throws SQLException {
        for (var step : steps) {
            try {
                if (step instanceof Step.Recount recount) {
                    refuseLoss(script, recount, left);
                }
                run(step);
            } catch (SQLException e) {
                throw MigrationFailure.of(direction, script, place(step), left, e);
            }
        }
    }

    private void run(Step step) throws SQLException {
        switch (step) {
            case Step.Sql(var sql) -> Jdbc.execute(connection, sql);
            case Step.Code(var code) -> instance(code).run(StepConnection.of(connection));
            case Step.Recount ignored -> {}
            case Step.Procedure procedure -> allowed.system().procedures().run(connection, procedure);
        }
    }

    private void refuseLoss(Script script, Step.Recount recount, String left) throws SQLException {
        var column = recount.column();
        var what = column == null ? "*" : SqlTokens.quote(column);
        var sql = "SELECT count(" + what + ") FROM " + allowed.system().quoted(recount.table());
        long held = request.mayDrop(recount.name())
                ? 0
                : Jdbc.query(connection, sql, row -> row.getLong(1)).getFirst();
        if (held > 0) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    direction.describe(script) + " drops " + (column == null ? "table " : "column ") + recount.name()
                            + ", which holds " + held + (column == null ? " rows" : " values")
                            + " after SQL of the migrations\n" + left,
                    List.of(request.allowing(List.of(recount.name()))),
                    Facts.of(Facts.Kind.REVISION, script.revision()),
                    null);
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

    private void record(
            String module,
            List<Ledger.Applied> migrations,
            Set<String> from,
            Set<String> to,
            Optional<MountedModule> mounted)
            throws SQLException {
        var author = request.author();
        ledger.moveHeads(module, from, to);
        switch (direction) {
            case UP -> ledger.writeHistory(migrations, author.name(), author.engineVersion());
            case DOWN ->
                ledger.eraseHistory(
                        migrations.stream().map(Ledger.Applied::script).toList());
        }
        if (mounted.isPresent()) {
            ledger.mount(module, mounted.get());
        }
    }

    private static String place(Step step) {
        return switch (step) {
            case Step.Sql(var sql) -> "at: " + (sql.length() > 200 ? sql.substring(0, 200) + " ..." : sql);
            case Step.Code(var code) -> "in " + code.getSimpleName();
            case Step.Recount(var ignored, var alsoIgnored, var name) ->
                "while the values of " + name + " were counted";
            case Step.Drop(var table) -> "while table " + table + " was dropped";
            case Step.Rename(var ignored, var alsoIgnored, var sql) -> "at: " + sql;
            case Step.DropColumn drop -> "at: " + drop.sql();
            case Step.DropUnique drop -> "at: " + drop.sql();
            case Step.Rebuild(var rebuild) -> "while table " + rebuild.after().name() + " was rebuilt";
        };
    }
}
