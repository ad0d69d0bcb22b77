package lamin.schema.dialect;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.sql.SqlTokens;
import lamin.schema.sql.Token;
import lamin.schema.sql.Token.Kind;

/**
 * The statements in SQL of an author's. The driver runs the first one of a text and leaves out the others without a
 * word.
 */
final class SqliteStatements {
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Token> tokens = new ArrayList<>();

    private SqliteStatements() {}

    /** Without the semicolons between them. */
    static List<String> of(String sql) {
        var statements = new SqliteStatements();
        SqlTokens.of(sql).forEach(statements::add);
        statements.end();
        return statements.statements;
    }

    private void add(Token token) {
        if (token.is(";") && (!isTrigger() || isTriggerAtEnd())) {
            end();
            return;
        }
        text.append(token.text());
        if (token.kind() != Kind.SPACE && token.kind() != Kind.COMMENT) {
            tokens.add(token);
        }
    }

    private void end() {
        if (!tokens.isEmpty()) {
            statements.add(text.toString().strip());
        }
        text.setLength(0);
        tokens.clear();
    }

    /** The statements inside one end with semicolons too. */
    private boolean isTrigger() {
        return startsWith("create") && tokens.stream().limit(3).anyMatch(token -> token.is("trigger"));
    }

    private boolean isTriggerAtEnd() {
        int last = tokens.size() - 1;
        return tokens.get(last).is("end") && tokens.get(last - 1).is(";");
    }

    private boolean startsWith(String word) {
        return !tokens.isEmpty() && tokens.getFirst().is(word);
    }
}
