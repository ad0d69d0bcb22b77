package lamin.schema.detect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.sql.DatabaseSql;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.SqlTokens;
import lamin.schema.sql.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Forms in which everything that means the same is equal; names of constraints and indexes are left out. */
final class Normal {
    private static final Pattern LITERAL = Pattern.compile("'[^']*+(''[^']*+)*+'");
    private static final Pattern LITERALS_OF_IN =
            Pattern.compile("(?<= in \\( )" + LITERAL + "( , " + LITERAL + ")*+(?= \\))");

    private Normal() {}

    /** SQL in one spelling: single blanks, words in lower case, no parentheses around the whole, literals of IN sorted. */
    static String expression(@Nullable String sql) {
        var words = SqlTokens.significant(SqlTokens.unwrap(Objects.requireNonNullElse(sql, ""))).stream()
                .map(token -> token.kind() == Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.text())
                .collect(Collectors.joining(" "));
        return LITERALS_OF_IN.matcher(words).replaceAll(list -> Matcher.quoteReplacement(sorted(list.group())));
    }

    /** Which constant of an enum comes first makes no difference to its check. */
    private static String sorted(String literals) {
        return LITERAL.matcher(literals)
                .results()
                .map(MatchResult::group)
                .sorted()
                .collect(Collectors.joining(" , "));
    }

    static Constraint constraint(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key -> new PrimaryKey(null, key.columns());
            case ForeignKey key -> key.withName(null);
            case UniqueConstraint unique -> new UniqueConstraint(null, unique.columns());
            case CheckConstraint check -> new CheckConstraint(null, expression(check.expression()));
        };
    }

    static Index index(Index index) {
        var keys = index.keys().stream()
                .map(key -> key.expression() ? new Index.Key(expression(key.text()), true, key.descending()) : key)
                .toList();
        return new Index(null, keys, index.unique(), index.where() == null ? null : expression(index.where()));
    }

    /** The default in a list, which is empty where there is none; SQL that differs by database is a list of its texts. */
    static List<Object> defaultOf(Column column) {
        return switch (withoutDatabases(column.defaultValue())) {
            case null -> List.of();
            case DefaultValue.Sql(var sql) -> onEachDatabase(sql);
            case DefaultValue.Numeric(BigDecimal number)
            when column.type() instanceof ColumnType.Bool -> List.of(new DefaultValue.Bool(number.signum() != 0));
            case DefaultValue value -> List.of(value);
        };
    }

    private static @Nullable DefaultValue withoutDatabases(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Sql(var sql)
                ? sql.common().map(DefaultValue::parse).orElse(value)
                : value;
    }

    private static List<Object> onEachDatabase(DatabaseSql sql) {
        return Stream.of(Flavour.values())
                .<Object>map(flavour -> sql.on(flavour).map(Normal::expression))
                .toList();
    }
}
