package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import lamin.schema.dialect.Dialect;
import lamin.schema.dialect.PlainSql;
import lamin.schema.dialect.PostgresImpact;
import lamin.schema.dialect.Step;
import lamin.schema.lint.Finding;
import lamin.schema.lint.Linter;
import lamin.schema.lint.Rule;
import lamin.schema.model.TableName;
import lamin.schema.module.Script;
import lamin.schema.operation.Description;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.OnTable;
import lamin.schema.operation.Replay;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.Origins;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.Jdbc;

/** Looks at what a plan would do to a database, and counts what it would touch. */
final class Previewer {
    /** From here on a rebuild takes seconds rather than moments. */
    private static final long LARGE = 100_000;

    private final Connection connection;
    private final Flavour flavour;
    private final Dialect dialect;
    private final Replay described;
    private final Replay stepped;
    private final Origins origins;
    private final Linter linter;
    private final Map<TableName, Long> counts = new HashMap<>();

    private Previewer(Connection connection, MigrationPlan plan) throws SQLException {
        this.connection = connection;
        this.flavour = Flavour.of(connection);
        this.dialect = Dialect.of(flavour);
        this.described = new Replay(plan.before());
        this.stepped = new Replay(plan.before());
        this.origins = new Origins(plan.before());
        this.linter = new Linter(plan.before());
    }

    static Preview of(Connection connection, MigrationPlan plan) throws SQLException {
        var previewer = new Previewer(connection, plan);
        var facts = new Facts(
                Renamings.of(connection, plan), Losses.of(connection, plan), RowDemands.unmet(connection, plan));
        var migrations = new ArrayList<Preview.OfMigration>();
        for (var script : plan.pending()) {
            migrations.add(previewer.look(script, facts.of(script)));
        }
        return new Preview(previewer.flavour, migrations);
    }

    /** What rows say of a plan. */
    private record Facts(List<Renaming> renamings, List<Loss> losses, List<UnfitRows> unfit) {
        Facts of(Script script) {
            return new Facts(
                    renamings.stream()
                            .filter(renaming -> renaming.script().equals(script))
                            .toList(),
                    losses.stream().filter(loss -> loss.script().equals(script)).toList(),
                    unfit.stream().filter(rows -> rows.script().equals(script)).toList());
        }
    }

    private Preview.OfMigration look(Script script, Facts facts) throws SQLException {
        var operations = new ArrayList<Preview.OfOperation>();
        for (var operation : script.upgrade()) {
            operations.add(look(script, operation));
        }
        var steps = dialect.steps(stepped, script.owner(), script.upgrade());
        var sql = steps.stream().flatMap(step -> PlainSql.of(step).stream()).toList();
        var findings = new ArrayList<>(linter.next(script));
        findings.addAll(largeRebuilds(script, steps));
        return new Preview.OfMigration(
                script, operations, sql, facts.renamings(), facts.losses(), facts.unfit(), findings);
    }

    private Preview.OfOperation look(Script script, Operation operation) throws SQLException {
        var rows = operation instanceof OnTable change ? rows(change.table()) : OptionalLong.empty();
        var looked = new Preview.OfOperation(
                Description.of(operation, described), PostgresImpact.of(operation, described), rows);
        origins.follow(operation);
        described.apply(script.owner(), operation);
        return looked;
    }

    private List<Finding> largeRebuilds(Script script, List<Step> steps) throws SQLException {
        var findings = new ArrayList<Finding>();
        for (var step : steps) {
            if (step instanceof Step.Rebuild(var rebuild)) {
                var table = rebuild.after().name();
                long rows = rows(table).orElse(0);
                var finding = new Finding(Rule.LARGE_REBUILD, script, "table " + table + " of " + rows + " rows");
                if (rows >= LARGE && !finding.isAllowed()) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    /** Of the table that is called so at this point of the plan. */
    private OptionalLong rows(TableName table) throws SQLException {
        var origin = origins.of(table);
        return origin.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(count(origin.get().table().name()));
    }

    private long count(TableName table) throws SQLException {
        var known = counts.get(table);
        if (known != null) {
            return known;
        }
        var sql = "SELECT count(*) FROM " + dialect.quoted(table);
        long rows = Jdbc.query(connection, sql, row -> row.getLong(1)).getFirst();
        counts.put(table, rows);
        return rows;
    }
}
