package lamin.rehearsal;

import java.time.Duration;
import java.util.List;
import lamin.schema.deploy.DeployResult;
import lamin.schema.internal.forecast.Loss;

/**
 * What a deploy did to a copy of an instance, which it would do to the instance as well.
 *
 * @param deployed the migrations in their order, with their time
 * @param losses what they drop although it holds something; a deploy is refused until each is allowed by name
 * @param tables all tables but the ledger's
 * @param danglingBefore values of foreign keys that led nowhere before the deploy
 * @param danglingAfter those that do after it
 * @param duration of everything, the copying and comparing included
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

    /** The tables of which anything changed. */
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
