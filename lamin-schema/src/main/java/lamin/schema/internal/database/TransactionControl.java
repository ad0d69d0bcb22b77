package lamin.schema.internal.database;

import java.util.Locale;
import java.util.Set;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.sql.SqlScript;

/** Finds statements in custom SQL that would end the migration's transaction. */
public final class TransactionControl {
    private static final Set<String> WORDS = Set.of("begin", "start", "commit", "end", "rollback", "abort");

    private TransactionControl() {}

    /** Refuses such statements; rolling back to a savepoint is allowed. */
    public static void refuse(SqlScript script) {
        for (var statement : script.statements()) {
            var word = statement.words().getFirst().text();
            boolean isToSavepoint =
                    (statement.words().size() > 1 && statement.words().get(1).is("to"))
                            || statement.startsWith("rollback", "transaction", "to")
                            || statement.startsWith("rollback", "work", "to");
            if (WORDS.contains(word.toLowerCase(Locale.ROOT)) && !isToSavepoint) {
                throw new MisfitException(
                        "its SQL contains " + word.toUpperCase(Locale.ROOT)
                                + ", but migrations already run in a transaction\nnothing was changed",
                        new Advice("leave it out"));
            }
        }
    }
}
