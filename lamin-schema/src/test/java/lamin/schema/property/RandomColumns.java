package lamin.schema.property;

import static lamin.schema.sql.DatabaseSql.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lamin.schema.model.ColumnType;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.DefaultValue;
import org.jspecify.annotations.Nullable;

/** Types, defaults, comments and expressions by chance. */
final class RandomColumns {
    static final List<String> NAMES = List.of(
            "title", "amount", "price", "note", "code", "level", "group", "order", "madeAt", "größe", "kind", "state",
            "weight", "label", "check", "source", "total", "mark", "length", "lower", "abs", "coalesce", "text", "date",
            "time", "integer", "end", "start", "case", "cast", "as", "and", "null", "user", "value", "key", "nocase");
    private static final List<String> COMMENTS =
            List.of("in mm", "it's \"quoted\"", "größer als — 試料", "two\nlines", "a \\ b", "100 %s");
    private static final List<String> CONSTANTS = List.of("OPEN", "DONE", "IT'S", "LOST", "NEW", "OLD");

    private final Dice dice;

    RandomColumns(Dice dice) {
        this.dice = dice;
    }

    /** A column of a table that has none of this name. */
    DraftColumn column(String name) {
        var column = new DraftColumn(name, type());
        column.nullable = dice.chance(60);
        if (dice.chance(30)) {
            column.defaultValue = defaultValue(column);
        }
        if (isText(column.type) && dice.chance(15)) {
            column.collation = collation();
        }
        if (dice.chance(20)) {
            column.comment = comment();
        }
        if (column.type instanceof ColumnType.VarChar && column.defaultValue == null && dice.chance(25)) {
            column.constants = constants();
        }
        if (dice.chance(10)) {
            column.property = name + "_of";
        }
        return column;
    }

    ColumnType type() {
        return switch (dice.below(18)) {
            case 0 -> ColumnTypes.bool();
            case 1 -> ColumnTypes.int16();
            case 2 -> ColumnTypes.int32();
            case 3 -> ColumnTypes.int64();
            case 4 -> ColumnTypes.decimal(dice.oneOf(6, 8, 12, 20), dice.oneOf(0, 1, 2));
            case 5 -> ColumnTypes.float32();
            case 6 -> ColumnTypes.float64();
            case 7 -> ColumnTypes.bytes();
            case 8 -> ColumnTypes.date();
            case 9 -> ColumnTypes.time();
            case 10 -> ColumnTypes.timestamp();
            case 11 -> ColumnTypes.timestamptz();
            case 12 -> ColumnTypes.uuid();
            case 13 -> ColumnTypes.json();
            case 14, 15 -> ColumnTypes.text();
            default -> ColumnTypes.string(dice.oneOf(12, 20, 50, 255));
        };
    }

    /** Another type that the values of the column can have. */
    Optional<ColumnType> otherType(DraftColumn column) {
        return dice.oneOf(Convertible.from(column.type).stream()
                .filter(type -> !type.equals(column.type))
                .filter(type -> column.types.stream().allMatch(former -> Convertible.haveValuesInCommon(former, type)))
                .toList());
    }

    @Nullable
    DefaultValue defaultValue(DraftColumn column) {
        if (!column.constants.isEmpty()) {
            return DefaultValue.of(column.constants.getFirst());
        }
        return switch (column.type) {
            case ColumnType.Bool ignored -> DefaultValue.of(dice.chance(50));
            case ColumnType.Int16 ignored -> DefaultValue.of(dice.oneOf(0, 1, -7, 32767));
            case ColumnType.Int32 ignored -> DefaultValue.of(dice.oneOf(0, 42, Integer.MIN_VALUE));
            case ColumnType.Int64 ignored -> DefaultValue.of(dice.oneOf(0L, -1L, Long.MAX_VALUE));
            case ColumnType.Decimal ignored -> new DefaultValue.Numeric(decimal());
            case ColumnType.Float32 ignored -> new DefaultValue.Numeric(decimal());
            case ColumnType.Float64 ignored -> new DefaultValue.Numeric(decimal());
            case ColumnType.VarChar ignored -> text();
            case ColumnType.Text ignored -> text();
            case ColumnType.Bytes ignored ->
                DefaultValue.of(sql().sqlite("x'00ff'").postgresql("'\\x00ff'::bytea"));
            case ColumnType.Date ignored -> DefaultValue.of("2020-02-29");
            case ColumnType.Time ignored -> DefaultValue.of("12:30:00");
            case ColumnType.Timestamp ignored ->
                dice.chance(50) ? new DefaultValue.Now() : DefaultValue.of("2020-02-29 12:30:00");
            case ColumnType.TimestampTz ignored -> new DefaultValue.Now();
            case ColumnType.Uuid ignored -> DefaultValue.of("123e4567-e89b-12d3-a456-426614174000");
            case ColumnType.Json ignored -> DefaultValue.of(dice.oneOf("{}", "[]", "{\"a b\": [1, 2]}"));
            case ColumnType.Other ignored -> null;
        };
    }

    private BigDecimal decimal() {
        return new BigDecimal(dice.oneOf("0", "1.5", "-2.5", "100", "7"));
    }

    private DefaultValue text() {
        return dice.chance(20)
                ? DefaultValue.parse("lower('ABC')")
                : DefaultValue.of(dice.oneOf("", "none", "it's", "a \\ b", "größe", "'", "42", "true", "now()"));
    }

    String collation() {
        return dice.oneOf("NOCASE", "RTRIM");
    }

    String comment() {
        return dice.oneOf(COMMENTS).orElseThrow();
    }

    List<String> constants() {
        return dice.some(CONSTANTS, dice.between(2, 4));
    }

    /** A constant that the enum does not have. */
    Optional<String> newConstant(DraftColumn column) {
        return dice.oneOf(CONSTANTS.stream()
                .filter(constant -> !column.constants.contains(constant))
                .toList());
    }

    /** A condition that all values of the columns meet. */
    Optional<Formula> condition(DraftTable table) {
        var texts = mentionable(table, column -> isText(column.type));
        var numbers = mentionable(table, column -> isNumber(column.type));
        var choices = new ArrayList<Formula>();
        dice.oneOf(texts)
                .ifPresent(column -> choices.add(Formula.of(
                        dice.oneOf(
                                "length(%s) < 5000",
                                "%s not in ('length', 'zz2')",
                                "length(cast(%1$s as text)) < 5000 /* length of text */",
                                "case when %1$s = 'end' then 0 when %1$s is null then 1 else 2 end <> 7 -- case end",
                                "lower(%1$s) || 'text' <> 'lower' and abs(length(%1$s)) >= 0",
                                "%s <> 'it''s no value'",
                                "lower(%1$s) <> 'zz' and %1$s not like 'zz%%'"),
                        column)));
        dice.oneOf(numbers)
                .ifPresent(column -> choices.add(Formula.of(
                        dice.oneOf(
                                "%s <> 7777",
                                "%s not between 7770 and 7779",
                                "NOT (%s = 7777)",
                                "(%s != 7777)",
                                "cast(%1$s as text) <> 'seven' or %1$s < -1000000000",
                                "coalesce(%1$s, 0) <> 7777.0 and case when %1$s is null then 'value' else 'end' end <> 'x'",
                                "sign(%1$s) <> 7777 or %1$s is null"),
                        column)));
        var two = dice.some(numbers, 2);
        if (two.size() == 2) {
            choices.add(Formula.of("%s <> 7777 or %s <> 7777", two.get(0), two.get(1)));
        }
        return dice.oneOf(choices);
    }

    /** The predicate of a partial index. */
    Optional<Formula> predicate(DraftTable table) {
        return dice.oneOf(mentionable(table, column -> true)).map(column -> {
            var pattern = isText(column.type)
                    ? dice.oneOf("%s <> ''", "%s is not null", "%s in ('a', 'b')", "length(%s) > 1", "lower(%s) > 'key'")
                    : isNumber(column.type) ? dice.oneOf("%s > 5", "%s is not null", "%s = -1") : "%s is not null";
            return Formula.of(pattern, column);
        });
    }

    /** An expression that an index can be on. */
    Optional<Formula> indexExpression(DraftTable table) {
        return dice.oneOf(mentionable(table, column -> isText(column.type) || isNumber(column.type)))
                .map(column -> Formula.of(
                        isText(column.type)
                                ? dice.oneOf("lower(%s)", "coalesce(%s, 'date')")
                                : dice.oneOf("coalesce(%s, 0)", "%s + 0", "(%s) + (0)"),
                        column));
    }

    /** A column that is computed from others; empty where none fit. */
    Optional<DraftColumn> generated(DraftTable table, String name) {
        return dice.oneOf(mentionable(table, column -> isText(column.type) || isInteger(column.type)))
                .map(column -> {
                    boolean isLength = isText(column.type) && dice.chance(50);
                    var type = isLength
                            ? ColumnTypes.int32()
                            : isText(column.type) ? ColumnTypes.text() : ColumnTypes.int64();
                    var generated = new DraftColumn(name, type);
                    generated.generatedAs =
                            Formula.of(isLength ? "length(%s)" : isText(column.type) ? "lower(%s)" : "%s / 2", column);
                    return generated;
                });
    }

    private static List<DraftColumn> mentionable(DraftTable table, Predicate<DraftColumn> condition) {
        return table.columns.stream()
                .filter(column -> column.generatedAs == null && column.constants.isEmpty())
                .filter(condition)
                .toList();
    }

    static boolean isText(ColumnType type) {
        return type instanceof ColumnType.VarChar || type instanceof ColumnType.Text;
    }

    static boolean isInteger(ColumnType type) {
        return type instanceof ColumnType.Int16 || type instanceof ColumnType.Int32 || type instanceof ColumnType.Int64;
    }

    static boolean isNumber(ColumnType type) {
        return isInteger(type)
                || type instanceof ColumnType.Decimal
                || type instanceof ColumnType.Float32
                || type instanceof ColumnType.Float64;
    }

    static BigDecimal largest(ColumnType.Decimal type) {
        return new BigDecimal(BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE), type.scale());
    }
}
