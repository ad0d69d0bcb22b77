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
 * The differences between the tables of a live database and the ones its ledger implies, such as changes made by hand.
 *
 * @param modules all compared modules, by name
 */
public record Drift(List<ModuleDrift> modules) {
    public Drift {
        modules = List.copyOf(modules);
    }

    /**
     * Compares the tables of these modules with the result of their migrations up to the revisions in the ledger. The
     * database is left unchanged.
     *
     * @param notices receives a notice where the comparison had to be less exact
     * @throws LaminException if the database cannot be read, or the expected state cannot be determined with the
     *     installed code
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
