package lamin.schema.deploy;

import java.util.List;
import java.util.OptionalLong;
import lamin.schema.dialect.PostgresImpact;
import lamin.schema.lint.Finding;
import lamin.schema.module.Script;
import lamin.schema.sql.Flavour;

/** What a deploy would do, looked at without doing it. */
public record Preview(Flavour flavour, List<OfMigration> migrations) {
    public Preview {
        migrations = List.copyOf(migrations);
    }

    /** Whether lint finds an error. */
    public boolean hasErrors() {
        return migrations.stream()
                .flatMap(migration -> migration.findings().stream())
                .anyMatch(finding -> finding.rule().isError());
    }

    /**
     * One migration.
     *
     * @param sql statements that end with a semicolon, and comments
     */
    public record OfMigration(
            Script script,
            List<OfOperation> operations,
            List<String> sql,
            List<OfLoss> losses,
            List<Finding> findings) {
        public OfMigration {
            operations = List.copyOf(operations);
            sql = List.copyOf(sql);
            losses = List.copyOf(losses);
            findings = List.copyOf(findings);
        }
    }

    /**
     * One operation.
     *
     * @param impact what it would cost others on PostgreSQL
     * @param rows how many the table has now; empty for a table that is not there yet, and where no table is named
     */
    public record OfOperation(String description, PostgresImpact impact, OptionalLong rows) {}

    /**
     * Something that would go with what it holds.
     *
     * @param samples a few of the values, cut where they are long; none of a whole table
     */
    public record OfLoss(Loss loss, List<String> samples) {
        public OfLoss {
            samples = List.copyOf(samples);
        }
    }
}
