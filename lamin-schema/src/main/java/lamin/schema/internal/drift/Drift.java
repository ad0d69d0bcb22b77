package lamin.schema.internal.drift;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.plan.Planner;

/**
 * How far the tables of a live database are from what its ledger says of them: what somebody changed by hand.
 *
 * @param modules all that were compared, by name
 */
public record Drift(List<ModuleDrift> modules) {
    public Drift {
        modules = List.copyOf(modules);
    }

    /**
     * Compares the tables of these modules with what their migrations make up to the revisions in the ledger. The
     * database is left as it was.
     *
     * @param notices told where the comparison had to be less exact
     * @throws LaminException if the database cannot be read, or other code is needed to tell what it should be
     */
    public static Drift read(Connection connection, List<Chain> chains, Notices notices) throws SQLException {
        var ledger = new Ledger(connection).read();
        var expected = new Planner(chains).plan(ledger).before();
        var comparison = LiveComparison.of(connection, chains, expected, notices);
        return new Drift(chains.stream()
                .map(Chain::module)
                .sorted(Comparator.comparing(ModuleInfo::name))
                .map(module -> comparison.of(module, ledger.of(module.name())))
                .toList());
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return modules.stream().allMatch(module -> module.differences().isEmpty());
    }
}
