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
 * A place in a plan where something is asked of the rows of a table.
 *
 * @param table as the plan has it there
 * @param original the same table in the database
 */
record RowCheckSite(Script script, Direction direction, Table table, Table original) {
    TableName name() {
        return table.name();
    }

    /** The table of the database as a statement writes it. */
    String quoted(DatabaseSystem system) {
        return system.quoted(original.name());
    }

    /** The columns of the database that tell a row from the others, and so are shown of it. */
    List<String> identifying() {
        var key = original.primaryKey();
        return key == null ? List.of() : key.columns();
    }

    /**
     * What was found.
     *
     * @param problem what is wrong with the rows, as words that follow "3 rows of a table"
     * @param asked what the migration does to the object, as words that follow the migration
     */
    Stream<ViolatingRows> unfit(Demand demand, String object, RowQuery.Found found, String problem, String asked) {
        var sentence = found.rows() + " rows of " + problem + " " + direction.describe(script) + " " + asked;
        return found.rows() == 0
                ? Stream.of()
                : Stream.of(new ViolatingRows(
                        script, demand, original.name(), object, found.rows(), sentence, found.samples()));
    }
}
