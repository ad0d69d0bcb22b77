package lamin.schema.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lamin.schema.sql.Expression.Atom;
import lamin.schema.sql.Expression.Compound;
import lamin.schema.sql.Expression.Items;
import lamin.schema.sql.Expression.Junction;
import lamin.schema.sql.Token.Kind;

/**
 * One spelling of an SQL expression for the many that mean the same, so that what an author wrote can be compared with
 * what a database prints: {@code kind in ('a', 'b')} for PostgreSQL's {@code ((kind)::text = ANY
 * ((ARRAY['a'::character varying, 'b'::character varying])::text[]))}. Casts are left out; the result is for comparing, not for running.
 */
public final class NormalExpression {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int OTHER_OPERATOR = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int SIGN = 8;
    private static final int POSTFIX = 9;
    private static final int TOO_DEEP = 200;

    private static final Pattern NUMBER = Pattern.compile("'([+-]?\\d+(\\.\\d+)?)'");
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Set<String> NUMERIC_TYPES =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double", "int", "decimal");
    private static final Set<String> TYPE_CONTINUATIONS =
            Set.of("varying", "precision", "with", "without", "time", "zone", "unsigned");

    private final TokenReader tokens;
    private int depth;

    private NormalExpression(String sql) {
        tokens = new TokenReader(sql);
    }

    /** The normal spelling; of SQL that is not understood, its tokens with one space between. */
    public static String of(String sql) {
        try {
            return new NormalExpression(sql).whole().text();
        } catch (NotUnderstood e) {
            return SqlTokens.significant(SqlTokens.unwrap(sql)).stream()
                    .map(NormalExpression::spelling)
                    .collect(Collectors.joining(" "));
        }
    }

    private Expression whole() {
        var expression = expression(OR);
        require(tokens.atEnd());
        return expression;
    }

    /** What binds at least as tightly as {@code level}. */
    private Expression expression(int level) {
        require(++depth < TOO_DEEP);
        var left = prefix();
        for (int found = level(); found >= level; found = level()) {
            left = continued(left, found);
        }
        depth--;
        return left;
    }

    /** How tightly the next token binds what is before it; 0 where the expression ends. */
    private int level() {
        var token = tokens.peek();
        if (token.kind() == Kind.QUOTED_NAME || token.kind() == Kind.STRING) {
            return 0;
        }
        return switch (spelling(token)) {
            case "or" -> OR;
            case "and" -> AND;
            case "not", "is", "in", "between", "like", "ilike", "glob", "regexp", "match", "isnull", "notnull" ->
                COMPARISON;
            case "=", "==", "<>", "!=", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*" -> COMPARISON;
            case "+", "-" -> SUM;
            case "*", "/", "%" -> PRODUCT;
            case "collate", "at", "::", "[" -> POSTFIX;
            case "", ",", ")", "]", ".", "(", ";" -> 0;
            default -> token.kind() == Kind.SYMBOL ? OTHER_OPERATOR : 0;
        };
    }

    private Expression continued(Expression left, int level) {
        var operator = spelling(tokens.next());
        return switch (operator) {
            case "or", "and" -> Junction.of(operator, left, expression(level + 1));
            case "is" -> is(left);
            case "isnull" -> left.then("is null");
            case "notnull" -> left.then("is not null");
            case "not" ->
                tokens.accept("null") ? left.then("is not null") : predicate(left, spelling(tokens.next()), true);
            case "in", "between", "like", "ilike", "glob", "regexp", "match" -> predicate(left, operator, false);
            case "~~" -> predicate(left, "like", false);
            case "!~~" -> predicate(left, "like", true);
            case "~~*" -> predicate(left, "ilike", false);
            case "!~~*" -> predicate(left, "ilike", true);
            case "collate" -> left.then("collate " + qualifiedName());
            case "at" ->
                left.then("at " + spelling(tokens.next()) + " " + spelling(tokens.next()) + " "
                        + expression(POSTFIX + 1).nested());
            case "::" -> cast(left);
            case "[" -> new Atom(left.nested() + "[" + joined(list("]")) + "]");
            case "=", "==", "<>", "!=" -> equality(left, operator.equals("=") || operator.equals("=="));
            default -> left.then(operator + " " + expression(level + 1).nested());
        };
    }

    private Expression is(Expression left) {
        var not = tokens.accept("not") ? "is not " : "is ";
        if (tokens.accept("distinct")) {
            require(tokens.accept("from"));
            not += "distinct from ";
        }
        return left.then(not + expression(OTHER_OPERATOR).nested());
    }

    private Expression predicate(Expression left, String operator, boolean negated) {
        return switch (operator) {
            case "in" -> {
                require(tokens.accept("("));
                yield in(left, list(")"), negated);
            }
            case "between" -> between(left, negated);
            case "like", "ilike", "glob", "regexp", "match" -> like(left, (negated ? "not " : "") + operator);
            default -> throw new NotUnderstood();
        };
    }

    private Expression like(Expression left, String operator) {
        var pattern = operator + " " + expression(OTHER_OPERATOR).nested();
        return left.then(
                tokens.accept("escape")
                        ? pattern + " escape " + expression(OTHER_OPERATOR).nested()
                        : pattern);
    }

    private Expression between(Expression left, boolean negated) {
        var low = expression(OTHER_OPERATOR);
        require(tokens.accept("and"));
        var high = expression(OTHER_OPERATOR);
        return negated
                ? Junction.of("or", left.then("< " + low.nested()), left.then("> " + high.nested()))
                : Junction.of("and", left.then(">= " + low.nested()), left.then("<= " + high.nested()));
    }

    private Expression equality(Expression left, boolean equal) {
        if (tokens.accept(equal ? "any" : "all")) {
            require(tokens.accept("("));
            var inside = expression(OR);
            require(tokens.accept(")") && inside instanceof Items);
            return in(left, ((Items) inside).items(), !equal);
        }
        return left.then((equal ? "= " : "<> ") + expression(OTHER_OPERATOR).nested());
    }

    private static Expression in(Expression left, List<Expression> items, boolean negated) {
        if (items.size() == 1) {
            return left.then((negated ? "<> " : "= ") + items.getFirst().nested());
        }
        var values = items.stream().map(Expression::text).sorted().collect(Collectors.joining(", "));
        return left.then((negated ? "not in (" : "in (") + values + ")");
    }

    private Expression prefix() {
        var token = tokens.next();
        return switch (token.kind()) {
            case STRING, NUMBER -> new Atom(token.text());
            case QUOTED_NAME -> named(token);
            case WORD ->
                switch (spelling(token)) {
                    case "not" -> new Compound("not " + expression(NOT).nested());
                    case "case" -> choice();
                    case "cast" -> castCall();
                    case "array" -> array(token);
                    default -> named(token);
                };
            case SYMBOL ->
                switch (token.text()) {
                    case "(" -> bracketed();
                    case "-", "+", "~" -> signed(token.text(), expression(SIGN));
                    default -> throw new NotUnderstood();
                };
            case SPACE, COMMENT -> throw new NotUnderstood();
        };
    }

    private static Expression signed(String sign, Expression operand) {
        boolean number =
                operand instanceof Atom && Character.isDigit(operand.text().charAt(0));
        return number ? new Atom(sign + operand.text()) : new Compound(sign + operand.nested());
    }

    private Expression bracketed() {
        var items = list(")");
        return items.size() == 1 ? items.getFirst() : new Atom("(" + joined(items) + ")");
    }

    private Expression array(Token word) {
        if (!tokens.accept("[")) {
            return named(word);
        }
        return new Items(list("]"));
    }

    private Expression castCall() {
        require(tokens.accept("("));
        var value = expression(OR);
        require(tokens.accept("as"));
        var result = cast(value);
        require(tokens.accept(")"));
        return result;
    }

    /** Goes past a type; PostgreSQL writes a negative number as a string with a cast. */
    private Expression cast(Expression value) {
        var type = spelling(tokens.next());
        while (tokens.accept(".")) {
            type = spelling(tokens.next());
        }
        skipTypeDetails();
        var number = NUMBER.matcher(value.text());
        return NUMERIC_TYPES.contains(type) && number.matches() ? new Atom(number.group(1)) : value;
    }

    private void skipTypeDetails() {
        for (var token = tokens.peek(); ; token = tokens.peek()) {
            if (token.opens()) {
                tokens.group();
            } else if (TYPE_CONTINUATIONS.contains(spelling(token))) {
                tokens.next();
            } else {
                return;
            }
        }
    }

    private Expression choice() {
        var text = new StringBuilder("case");
        if (!tokens.peek().is("when")) {
            text.append(' ').append(expression(OR).nested());
        }
        while (tokens.accept("when")) {
            text.append(" when ").append(expression(OR).text());
            require(tokens.accept("then"));
            text.append(" then ").append(expression(OR).text());
        }
        var otherwise = tokens.accept("else") ? expression(OR).text() : "null";
        require(tokens.accept("end"));
        return new Atom(text + (otherwise.equals("null") ? "" : " else " + otherwise) + " end");
    }

    /** A column, a keyword that stands for a value, a literal such as {@code date '2026-01-01'}, or a call. */
    private Expression named(Token first) {
        var name = spelling(first);
        if (first.kind() == Kind.WORD && tokens.peek().kind() == Kind.STRING) {
            return new Atom(name + " " + tokens.next().text());
        }
        while (tokens.accept(".")) {
            name += "." + spelling(tokens.next());
        }
        if (!tokens.accept("(")) {
            return new Atom(name);
        }
        if (tokens.accept("*")) {
            require(tokens.accept(")"));
            return new Atom(name + "(*)");
        }
        return new Atom(name + "(" + joined(list(")")) + ")");
    }

    private String qualifiedName() {
        var name = spelling(tokens.next());
        while (tokens.accept(".")) {
            name = spelling(tokens.next());
        }
        return name;
    }

    /** Expressions between commas, up to the closing bracket. */
    private List<Expression> list(String end) {
        var items = new ArrayList<Expression>();
        if (tokens.accept(end)) {
            return items;
        }
        do {
            items.add(expression(OR));
        } while (tokens.accept(","));
        require(tokens.accept(end));
        return items;
    }

    private static String joined(List<Expression> items) {
        return items.stream().map(Expression::text).collect(Collectors.joining(", "));
    }

    /** Words in lower case, names without quotes where they do without. */
    private static String spelling(Token token) {
        return switch (token.kind()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case QUOTED_NAME -> {
                var name = token.identifier();
                yield PLAIN_NAME.matcher(name).matches() ? name : SqlTokens.quote(name);
            }
            case STRING, NUMBER, SYMBOL, SPACE, COMMENT -> token.text();
        };
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new NotUnderstood();
        }
    }

    private static final class NotUnderstood extends RuntimeException {}
}
