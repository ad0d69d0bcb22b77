package lamin.testing.rows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.Token;
import lamin.schema.model.Table;

/** Reads the values that a check allows for a column: {@code x in ('a', 'b')} and {@code x between 0 and 2}. */
final class AllowedValues {
    /** More are never needed. */
    private static final int MOST = 10;

    private AllowedValues() {}

    /** As SQL; empty if no check lists the values. */
    static Optional<List<String>> of(Table table, String column) {
        return table.checks().stream()
                .map(check -> SqlTokens.significant(check.expression().text()))
                .flatMap(tokens -> IntStream.range(0, tokens.size() - 3)
                        .filter(at -> tokens.get(at).names(column))
                        .mapToObj(at -> values(tokens, at + 1))
                        .filter(values -> !values.isEmpty()))
                .findFirst();
    }

    private static List<String> values(List<Token> tokens, int at) {
        if (isWord(tokens.get(at), "in") && tokens.get(at + 1).is("(")) {
            return list(tokens, at + 2);
        }
        boolean isRange = isWord(tokens.get(at), "between") && at + 3 < tokens.size();
        return isRange ? range(tokens.get(at + 1).text(), tokens.get(at + 3).text()) : List.of();
    }

    private static boolean isWord(Token token, String word) {
        return token.text().equalsIgnoreCase(word);
    }

    private static List<String> list(List<Token> tokens, int from) {
        var values = new ArrayList<String>();
        for (var token : tokens.subList(from, tokens.size())) {
            if (token.is(")")) {
                return values;
            }
            if (!token.is(",")) {
                values.add(token.text());
            }
        }
        return List.of();
    }

    private static List<String> range(String least, String most) {
        if (!least.matches("\\d{1,18}") || !most.matches("\\d{1,18}")) {
            return List.of();
        }
        var first = new BigInteger(least);
        var last = new BigInteger(most).min(first.add(BigInteger.valueOf(MOST)));
        var values = new ArrayList<String>();
        for (var value = first; value.compareTo(last) <= 0; value = value.add(BigInteger.ONE)) {
            values.add(value.toString());
        }
        return values;
    }
}
