package lamin.schema.dialect;

import java.util.Locale;
import java.util.Set;
import lamin.schema.Remedy.Advice;
import lamin.schema.operation.MisfitException;
import lamin.schema.sql.SqlTokens;

/** Statements in an author's SQL that would end the transaction which the migration is part of, half-done. */
final class TransactionControl {
    private static final Set<String> WORDS = Set.of("begin", "start", "commit", "end", "rollback", "abort");

    private TransactionControl() {}

    /** Going back to a savepoint is allowed, and END after another statement: it ends the body of a function or trigger. */
    static void refuse(String sql) {
        var tokens = SqlTokens.significant(sql);
        for (int i = 0; i < tokens.size(); i++) {
            boolean isFirst =
                    i == 0 || (tokens.get(i - 1).is(";") && !tokens.get(i).is("end"));
            boolean isToSavepoint = i + 1 < tokens.size() && tokens.get(i + 1).is("to");
            var word = tokens.get(i).text();
            if (isFirst && !isToSavepoint && WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                throw new MisfitException(
                        "its SQL contains " + word.toUpperCase(Locale.ROOT)
                                + ", but migrations already run in a transaction\nnothing was changed",
                        new Advice("leave it out"));
            }
        }
    }
}
