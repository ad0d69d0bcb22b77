package lamin.schema.internal.sql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of a parsed SQL expression, with only the parentheses that it needs. */
sealed interface Expression {
    String text();

    /** The text as an operand: in parentheses unless it needs none. */
    default String nested() {
        return switch (this) {
            case Atom ignored -> text();
            case Compound ignored -> "(" + text() + ")";
            case Junction ignored -> "(" + text() + ")";
            case Items ignored -> text();
        };
    }

    /** This as the first operand of an operator. */
    default Expression then(String operatorAndRest) {
        return new Compound(nested() + " " + operatorAndRest);
    }

    /** A name, a literal or a call. */
    record Atom(String text) implements Expression {}

    /** Operators and their operands. */
    record Compound(String text) implements Expression {}

    /** The elements of an array. */
    record Items(List<Expression> items) implements Expression {
        @Override
        public String text() {
            return items.stream().map(Expression::text).collect(Collectors.joining(", ", "array[", "]"));
        }
    }

    /** Conditions between {@code and}, or between {@code or}; their original grouping does not matter. */
    record Junction(String operator, List<Expression> parts) implements Expression {
        static Junction of(String operator, Expression left, Expression right) {
            return new Junction(
                    operator,
                    Stream.of(left, right)
                            .flatMap(part -> part instanceof Junction(String inner, List<Expression> parts)
                                            && inner.equals(operator)
                                    ? parts.stream()
                                    : Stream.of(part))
                            .toList());
        }

        @Override
        public String text() {
            return parts.stream().map(Expression::nested).collect(Collectors.joining(" " + operator + " "));
        }
    }
}
