package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Steps;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Goal;
import lamin.schema.internal.plan.Target;
import lamin.schema.model.SchemaModel;

/**
 * Finds migrations that {@code lamin migrate merge} placed before one that this database already had: the head implies
 * that they ran. They have no row in the history; because other tools write no rows either, it also checks that nothing
 * they create exists.
 */
public final class SkippedMigrations {
    private final Connection connection;
    private final LedgerState ledger;

    public SkippedMigrations(Connection connection, LedgerState ledger) {
        this.connection = connection;
        this.ledger = ledger;
    }

    /** In the order of their chains. */
    public List<Script> of(List<Chain> chains) throws SQLException {
        var history = new Ledger(connection).checksums().keySet();
        var skipped = new ArrayList<Script>();
        for (var chain : chains) {
            var gaps = gaps(chain, history);
            if (!gaps.isEmpty()) {
                var live = Introspector.read(connection);
                gaps.stream().filter(gap -> isAbsent(gap, chain, live)).forEach(skipped::add);
            }
        }
        return skipped;
    }

    /** Revisions missing from the history although it has a later one. */
    private List<Script> gaps(Chain chain, Set<String> history) {
        var applied = ledger.applied(chain);
        var later = new HashSet<>(
                chain.withAncestors(history.stream().filter(applied::contains).collect(Collectors.toSet())));
        later.removeAll(history);
        return chain.scripts().stream()
                .filter(script -> later.contains(script.revision()))
                .toList();
    }

    private boolean isAbsent(Script gap, Chain chain, SchemaModel live) {
        var made = new CreatedNames();
        gap.upgrade().forEach(made::make);
        var applied = ledger.applied(chain);
        chain.scripts().stream()
                .skip(chain.scripts().indexOf(gap) + 1L)
                .filter(script -> applied.contains(script.revision()))
                .flatMap(script -> script.upgrade().stream())
                .forEach(made::follow);
        return !made.isEmpty() && made.areAllAbsent(live);
    }

    /** What happened to such a migration, in one line. */
    public static String description(Script script) {
        return "migration " + script + " was put before one that this database already has, and never ran here";
    }

    /** The steps that repair the database. */
    public static Steps remedy(Script script, Goal goal) {
        return Steps.of(new Goal.BackTo(Target.before(script)).remedy(), goal.remedy());
    }

    /** An upgrade would skip them; a downgrade does skip them. */
    static void refuse(Goal goal, List<Script> skipped) {
        skipped.stream().findFirst().ifPresent(script -> {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    description(script) + "\nnothing was changed",
                    List.of(remedy(script, goal)),
                    Facts.of(Facts.Kind.REVISION, script.revision()),
                    null);
        });
    }
}
