package lamin.schema.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.sql.DatabaseSql;

/** The value that the database gives a column that an INSERT omits. */
public sealed interface DefaultValue {
    Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    record Text(String value) implements DefaultValue {}

    record Numeric(BigDecimal value) implements DefaultValue {
        public Numeric {
            value = value.stripTrailingZeros();
        }
    }

    record Bool(boolean value) implements DefaultValue {}

    /** The time of the statement, {@code now()}. */
    record Now() implements DefaultValue {}

    /** An SQL expression, which may differ by database. */
    record Sql(DatabaseSql sql) implements DefaultValue {
        public Sql {
            if (sql.texts().findAny().isEmpty() || "".equals(sql.others())) {
                throw new IllegalArgumentException(
                        "a value needs SQL on every database: write .elsewhere(...) instead of .nothingElsewhere()");
            }
        }
    }

    static DefaultValue of(String text) {
        return new Text(text);
    }

    static DefaultValue of(long number) {
        return new Numeric(BigDecimal.valueOf(number));
    }

    static DefaultValue of(boolean value) {
        return new Bool(value);
    }

    /** An SQL expression; one for all databases is parsed as by {@link #parse}. */
    static DefaultValue of(DatabaseSql sql) {
        var others = sql.others();
        return sql.byDatabase().isEmpty() && others != null ? parse(others) : new Sql(sql);
    }

    /** Parses a default in SQL, the same on all databases; equal values in different spellings give equal results. */
    static DefaultValue parse(String sql) {
        var text = SqlTokens.unwrap(sql);
        var tokens = SqlTokens.significant(text);
        if (tokens.size() == 1 && tokens.getFirst().isPlainString()) {
            return new Text(tokens.getFirst().identifier());
        }
        if (NUMBER.matcher(text).matches()) {
            return new Numeric(new BigDecimal(text));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> new Bool(true);
            case "false" -> new Bool(false);
            case "now()", "current_timestamp", "current_timestamp()", "localtimestamp" -> new Now();
            default -> new Sql(DatabaseSql.of(text));
        };
    }

    /** The default formatted for display. */
    default String display() {
        return switch (this) {
            case Text(String value) -> "'" + value.replace("'", "''") + "'";
            case Numeric(BigDecimal value) -> value.toPlainString();
            case Bool(boolean value) -> String.valueOf(value);
            case Now ignored -> "now()";
            case Sql(var sql) -> sql.toString();
        };
    }
}
