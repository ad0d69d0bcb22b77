package lamin.schema.dialect;

import java.util.List;
import java.util.Optional;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Replay;
import lamin.schema.sql.Flavour;

/** How a database is told to carry out a migration. */
public sealed interface Dialect permits SqliteDialect, PostgresDialect {
    static Dialect of(Flavour flavour) {
        return switch (flavour) {
            case SQLITE -> new SqliteDialect();
            case POSTGRESQL -> new PostgresDialect(true);
        };
    }

    /** Begins a migration that meets a state, which its operations are then applied to. */
    Translation begin(Replay state, Owner owner);

    /** The steps of one migration. {@code state} is what was before it; afterwards it is what is after it. */
    default List<Step> steps(Replay state, Owner owner, List<Operation> operations) {
        var translation = begin(state, owner);
        operations.forEach(translation::add);
        return translation.finish();
    }

    /**
     * A condition that holds for rows whose value of a column the type cannot have; empty where only the server can tell,
     * by converting it.
     */
    Optional<String> misfit(Column column, ColumnType type);

    /** The table's name as a statement writes it. */
    String quoted(TableName table);
}
