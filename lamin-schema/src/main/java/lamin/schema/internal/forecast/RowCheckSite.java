package lamin.schema.internal.forecast;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.forecast.ViolatingRows.Demand;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * A place in a plan where an operation has requirements on the rows of a table.
 *
 * @param table the table in the plan's state at that point
 * @param original the same table in the database
 */
record RowCheckSite(Script script, Direction direction, Table table, Table original) {
    TableName name() {
        return table.name();
    }

    /** The table of the database, quoted for statements. */
    String quoted(DatabaseSystem system) {
        return system.quoted(original.name());
    }

    /** The columns of the database that identify a row and are shown for it. */
    List<String> identifying() {
        var key = original.primaryKey();
        return key == null ? List.of() : key.columns();
    }

    /**
     * The violating rows, if any were found.
     *
     * @param problem what is wrong with the rows, worded to follow "3 rows of"
     * @param asked what the migration does to the object, worded to follow the migration
     */
    Stream<ViolatingRows> unfit(Demand demand, String object, RowQuery.Found found, String problem, String asked) {
        var sentence = found.rows() + " rows of " + problem + " " + direction.describe(script) + " " + asked;
        return found.rows() == 0
                ? Stream.of()
                : Stream.of(new ViolatingRows(
                        script, demand, original.name(), object, found.rows(), sentence, found.samples()));
    }
}
