package lamin.schema.internal.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import lamin.schema.internal.database.OperationImpact;
import lamin.schema.internal.lint.Finding;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.MigrationPlan;
import org.jspecify.annotations.Nullable;

/**
 * The effects of a deploy, determined without running it.
 *
 * @param database the key of the database
 */
public record Preview(String database, List<OfMigration> migrations) {
    public Preview {
        migrations = List.copyOf(migrations);
    }

    public static Preview of(Connection connection, MigrationPlan plan) throws SQLException {
        return Previewer.of(connection, plan);
    }

    /** Whether a deploy would fail on rows, or lint reports an error. */
    public boolean hasErrors() {
        return migrations.stream().anyMatch(OfMigration::hasErrors);
    }

    /**
     * The effects of one migration.
     *
     * @param sql statements, each ending with a semicolon, and comments
     * @param renamings renames of non-empty tables and columns
     * @param unfit the rows that would make it fail
     */
    public record OfMigration(
            Script script,
            List<OfOperation> operations,
            List<String> sql,
            List<Renaming> renamings,
            List<Loss> losses,
            List<ViolatingRows> unfit,
            List<Finding> findings) {
        public OfMigration {
            operations = List.copyOf(operations);
            sql = List.copyOf(sql);
            renamings = List.copyOf(renamings);
            losses = List.copyOf(losses);
            unfit = List.copyOf(unfit);
            findings = List.copyOf(findings);
        }

        private boolean hasErrors() {
            return !unfit.isEmpty()
                    || findings.stream().anyMatch(finding -> finding.rule().isError());
        }
    }

    /**
     * The effects of one operation.
     *
     * @param impact the effect on other sessions; null where no other session can be active
     * @param rows the current number of rows of the table; empty for a table that does not exist yet, and if no table
     *     is named
     */
    public record OfOperation(String description, @Nullable OperationImpact impact, OptionalLong rows) {}
}
