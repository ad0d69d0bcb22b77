package lamin.schema.internal.sql;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.internal.sql.Token.Kind;

/** SQL statements that a database runs in sequence, separated by semicolons. */
public record SqlScript(String text, SqlSyntax syntax) {
    /** One statement, without its semicolon. */
    public record Statement(String text, List<Token> words) {
        public Statement {
            words = List.copyOf(words);
        }

        /** Whether it begins with these words. */
        public boolean startsWith(String... expected) {
            for (int i = 0; i < expected.length; i++) {
                if (i >= words.size() || !words.get(i).is(expected[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The statements, without empty ones. */
    public List<Statement> statements() {
        var splitter = new Splitter();
        SqlTokens.of(text, syntax).forEach(splitter::add);
        splitter.end();
        return splitter.statements;
    }

    /** Whether the script, or the body of a function in it, contains a name or word with this spelling. */
    public boolean mayMention(String name) {
        return SqlTokens.of(text, syntax).stream().anyMatch(token -> mayMention(token, name));
    }

    private boolean mayMention(Token token, String name) {
        return token.names(name)
                || token.dollarBody().stream().anyMatch(body -> new SqlScript(body, syntax).mayMention(name));
    }

    private static final class Splitter {
        private final List<Statement> statements = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Token> words = new ArrayList<>();
        private int depth;

        void add(Token token) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.is(";") && depth <= 0 && (!hasBody() || isBodyAtEnd())) {
                end();
                return;
            }
            text.append(token.text());
            if (!token.isBlank()) {
                words.add(token);
            }
        }

        void end() {
            if (!words.isEmpty()) {
                statements.add(new Statement(text.toString().strip(), words));
            }
            text.setLength(0);
            words.clear();
            depth = 0;
        }

        /** The statements inside SQLite's triggers and PostgreSQL's BEGIN ATOMIC also end with semicolons. */
        private boolean hasBody() {
            if (words.isEmpty() || !words.getFirst().is("create")) {
                return false;
            }
            boolean isTrigger = words.stream().limit(4).anyMatch(word -> word.is("trigger"));
            for (int i = 1; i < words.size(); i++) {
                if (words.get(i).is("begin")
                        && (isTrigger
                                || (i + 1 < words.size() && words.get(i + 1).is("atomic")))) {
                    return true;
                }
            }
            return false;
        }

        private boolean isBodyAtEnd() {
            int last = words.size() - 1;
            boolean isFirstOfBody = words.get(last - 1).kind() == Kind.WORD
                    && words.get(last - 1).is("atomic");
            return words.get(last).is("end") && (words.get(last - 1).is(";") || isFirstOfBody);
        }
    }
}
