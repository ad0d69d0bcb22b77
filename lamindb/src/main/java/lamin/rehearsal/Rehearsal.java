package lamin.rehearsal;

import java.time.Duration;
import java.util.List;
import lamin.schema.deploy.DeployResult;
import lamin.schema.internal.forecast.Loss;

/**
 * The effects of a deploy on a copy of an instance, which it would also have on the instance itself.
 *
 * @param deployed the migrations in order, with their durations
 * @param losses the non-empty tables and columns that they drop; a deploy is refused until each is allowed by name
 * @param tables all tables except the ledger's
 * @param danglingBefore the number of dangling foreign key values before the deploy
 * @param danglingAfter the number after it
 * @param duration the total duration, including copying and comparing
 */
public record Rehearsal(
        Copy copy,
        DeployResult deployed,
        List<Loss> losses,
        List<TableComparison> tables,
        long danglingBefore,
        long danglingAfter,
        Duration duration) {
    public Rehearsal {
        losses = List.copyOf(losses);
        tables = List.copyOf(tables);
    }

    /** The tables with changes. */
    public List<TableComparison> changedTables() {
        return tables.stream().filter(TableComparison::isChanged).toList();
    }

    public long rowsBefore() {
        return tables.stream().mapToLong(TableComparison::rowsBefore).sum();
    }

    public long rowsAfter() {
        return tables.stream().mapToLong(TableComparison::rowsAfter).sum();
    }
}
