package lamin.schema.dialect;

import java.util.List;
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

    /** The steps of one migration. {@code state} is what was before it; afterwards it is what is after it. */
    List<Step> steps(Replay state, Owner owner, List<Operation> operations);

    /** The table's name as a statement writes it. */
    String quoted(TableName table);
}
