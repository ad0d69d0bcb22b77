package lamin.schema.internal.deploy;

import java.sql.SQLException;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;

/** A database failure while a migration runs. */
final class MigrationFailure {
    private MigrationFailure() {}

    /**
     * The exception to report.
     *
     * @param where the failed step, worded to follow "failed"
     * @param left a sentence about what is left of the migration
     */
    static LaminException of(Direction direction, Script script, String where, String left, SQLException cause) {
        var failure = DatabaseFailure.of(cause);
        return new LaminException(
                failure.code(),
                direction.describe(script) + " failed " + where + "\n" + failure.message() + "\n" + left,
                failure.remedies(),
                Facts.of(Facts.Kind.REVISION, script.revision()),
                cause);
    }
}
