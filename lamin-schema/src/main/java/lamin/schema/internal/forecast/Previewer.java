package lamin.schema.internal.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.PlainSql;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.database.TableRebuild;
import lamin.schema.internal.lint.Finding;
import lamin.schema.internal.lint.Linter;
import lamin.schema.internal.lint.Rule;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Description;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.plan.MigrationPlan;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.TableName;

/** Describes the effects of a plan on a database, and counts the rows that it would touch. */
final class Previewer implements PlanWalk.Observer {
    /** The number of rows from which a rebuild takes seconds rather than moments. */
    private static final long LARGE = 100_000;

    private final Connection connection;
    private final DatabaseSystem system;
    private final Linter linter = new Linter();
    private final Map<TableName, Long> counts = new HashMap<>();
    private final Map<TableName, Long> rowsByName = new HashMap<>();
    private final Map<Script, List<Preview.OfOperation>> operations = new HashMap<>();
    private final Map<Script, List<Finding>> findings = new HashMap<>();

    private Previewer(Connection connection, DatabaseSystem system) {
        this.connection = connection;
        this.system = system;
    }

    static Preview of(Connection connection, MigrationPlan plan) throws SQLException {
        var system = DatabaseSystem.of(connection);
        var previewer = new Previewer(connection, system);
        var renamings = new Renamings(connection, system);
        var losses = new Losses(connection, system);
        var demands = new RowChecks(connection, system);
        var walked = PlanWalk.through(plan, system, previewer, renamings, losses, demands);
        var facts = new Facts(renamings.found(), losses.found(), demands.found());
        var migrations = new ArrayList<Preview.OfMigration>();
        for (var migration : walked) {
            migrations.add(previewer.preview(migration, facts.of(migration.script())));
        }
        return new Preview(system.key(), migrations);
    }

    /** The effects of a plan on existing rows. */
    private record Facts(List<Renaming> renamings, List<Loss> losses, List<ViolatingRows> unfit) {
        Facts of(Script script) {
            return new Facts(
                    renamings.stream()
                            .filter(renaming -> renaming.script().equals(script))
                            .toList(),
                    losses.stream().filter(loss -> loss.script().equals(script)).toList(),
                    unfit.stream().filter(rows -> rows.script().equals(script)).toList());
        }
    }

    @Override
    public void see(PlanWalk.Sight sight) throws SQLException {
        var operation = sight.operation();
        var rows = operation instanceof OnTable change ? rows(change.table(), sight.known()) : OptionalLong.empty();
        if (operation instanceof OnTable change && rows.isPresent()) {
            rowsByName.put(change.table(), rows.getAsLong());
            sight.effects().forEach(effect -> {
                if (effect instanceof Effect.RenamesTable(var ignored, var newName)) {
                    rowsByName.put(newName, rows.getAsLong());
                }
            });
        }
        var impact = system.impact(operation, sight.state());
        sight.shown()
                .ifPresent(shown -> operations
                        .computeIfAbsent(sight.script(), ignored -> new ArrayList<>())
                        .add(new Preview.OfOperation(Description.of(shown, sight.state()), impact.orElse(null), rows)));
        findings.computeIfAbsent(sight.script(), ignored -> new ArrayList<>())
                .addAll(linter.see(sight.script(), operation, sight.state()).stream()
                        .filter(finding -> impact.isPresent() || !finding.rule().isAboutLocks())
                        .toList());
    }

    private Preview.OfMigration preview(MigrationSteps migration, Facts facts) {
        var script = migration.script();
        var found = new ArrayList<>(findings.getOrDefault(script, List.of()));
        found.addAll(Linter.wayBack(script));
        found.addAll(largeRebuilds(migration));
        return new Preview.OfMigration(
                script,
                operations.getOrDefault(script, List.of()),
                migration.steps().stream()
                        .flatMap(step -> PlainSql.of(system, step).stream())
                        .toList(),
                facts.renamings(),
                facts.losses(),
                facts.unfit(),
                found);
    }

    private List<Finding> largeRebuilds(MigrationSteps migration) {
        return migration.steps().stream()
                .filter(Step.Rebuild.class::isInstance)
                .map(step -> ((Step.Rebuild) step).rebuild())
                .filter(rebuild -> rowsBefore(rebuild) >= LARGE)
                .map(rebuild -> new Finding(
                        Rule.LARGE_REBUILD,
                        migration.script(),
                        "table " + rebuild.after().name() + " of " + rowsBefore(rebuild) + " rows"))
                .filter(finding -> !finding.isAllowed())
                .toList();
    }

    private long rowsBefore(TableRebuild rebuild) {
        return rowsByName.getOrDefault(rebuild.after().name(), 0L);
    }

    /** The number of rows of the table with this name at this point of the plan. */
    private OptionalLong rows(TableName table, OriginalColumns known) throws SQLException {
        var origin = known.origins().of(table);
        return origin.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(count(origin.get().table().name()));
    }

    private long count(TableName table) throws SQLException {
        var known = counts.get(table);
        if (known != null) {
            return known;
        }
        var sql = "SELECT count(*) FROM " + system.quoted(table);
        long rows = Jdbc.query(connection, sql, row -> row.getLong(1)).getFirst();
        counts.put(table, rows);
        return rows;
    }
}
