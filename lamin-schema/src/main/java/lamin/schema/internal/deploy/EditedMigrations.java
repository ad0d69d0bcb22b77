package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.checksum.Checksum;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import org.jspecify.annotations.Nullable;

/** Finds applied migrations whose scripts have been changed since. Formatting and comments do not matter. */
public final class EditedMigrations {
    private EditedMigrations() {}

    /**
     * An applied migration whose script was edited.
     *
     * @param isOnlyWayBack whether only the downgrade was edited
     */
    public record Edited(Script script, boolean isOnlyWayBack) {
        /**
         * Whether undoing it is safe: its upgrade is the one that the database has, and its downgrade is not released
         * yet.
         */
        boolean mayBeUndone() {
            return isOnlyWayBack && !script.info().isReleased();
        }

        /** What happened, in one line. */
        public String description() {
            return (isOnlyWayBack ? "the downgrade of migration " : "migration ") + script
                    + " was changed after it had been applied to this database";
        }

        public Remedy remedy() {
            return new Advice("restore the script, and put the change into a new migration");
        }
    }

    /** In the order of their chains. Migrations that were never applied or are not in the history may be edited. */
    public static List<Edited> of(Connection connection, List<Chain> chains, LedgerState ledger) throws SQLException {
        var recorded = new Ledger(connection).checksums();
        return chains.stream()
                .flatMap(chain -> {
                    var applied = ledger.applied(chain);
                    return chain.scripts().stream().filter(script -> applied.contains(script.revision()));
                })
                .flatMap(script -> edited(script, recorded.get(script.revision())))
                .toList();
    }

    private static Stream<Edited> edited(Script script, Checksum.@Nullable Pair recorded) {
        if (recorded == null) {
            return Stream.empty();
        }
        var now = script.checksums();
        return now.equals(recorded)
                ? Stream.empty()
                : Stream.of(new Edited(script, now.ofUpgrade().equals(recorded.ofUpgrade())));
    }
}
