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
 * What a deploy would do, looked at without doing it.
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

    /** Whether a deploy would fail on rows, or lint finds an error. */
    public boolean hasErrors() {
        return migrations.stream().anyMatch(OfMigration::hasErrors);
    }

    /**
     * One migration.
     *
     * @param sql statements that end with a semicolon, and comments
     * @param renamings of what holds something
     * @param unfit the rows that it would fail on
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
     * One operation.
     *
     * @param impact what it would cost others; null where nobody else can be at work
     * @param rows how many the table has now; empty for a table that is not there yet, and where no table is named
     */
    public record OfOperation(String description, @Nullable OperationImpact impact, OptionalLong rows) {}
}
