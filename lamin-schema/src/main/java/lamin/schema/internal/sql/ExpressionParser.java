package lamin.schema.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lamin.schema.internal.sql.Expression.Atom;
import lamin.schema.internal.sql.Expression.Compound;
import lamin.schema.internal.sql.Expression.Items;
import lamin.schema.internal.sql.Expression.Junction;
import lamin.schema.internal.sql.Token.Kind;

/**
 * Parses the expressions of both databases: the role of each word, and one form for all equivalent expressions. It
 * stops at unknown syntax, such as subqueries; the tokens are then kept as they are.
 */
public final class ExpressionParser {
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
    private static final Set<String> INTERVAL_FIELDS = Set.of("year", "month", "day", "hour", "minute", "second", "to");

    /** Words that are values, not columns, in both databases. */
    private static final Set<String> VALUES = Set.of("null", "current_date", "current_time", "current_timestamp");

    /** Words that PostgreSQL reads as a value, and SQLite as a column if one with that name exists. */
    private static final Set<String> VALUES_OF_POSTGRESQL = Set.of(
            "true",
            "false",
            "user",
            "current_user",
            "session_user",
            "system_user",
            "current_role",
            "current_catalog",
            "current_schema",
            "localtime",
            "localtimestamp");

    /** Words that may follow IS other than an operand. */
    private static final Set<String> STATES = Set.of("unknown", "json", "document", "normalized");

    /** Reserved words that cannot begin an operand; END is not among them, because SQLite accepts it as a name. */
    private static final Set<String> NO_OPERANDS = Set.of(
            "select",
            "values",
            "with",
            "distinct",
            "all",
            "from",
            "where",
            "when",
            "then",
            "else",
            "and",
            "or",
            "in",
            "is",
            "between",
            "on",
            "using",
            "order",
            "group",
            "having",
            "limit",
            "exists",
            "as",
            "collate");

    private static final Set<String> SIDES = Set.of("leading", "trailing", "both");

    private final TokenRoles roles;
    private final TokenReader tokens;
    private final boolean keepsCasts;
    private int depth;

    private ExpressionParser(String sql, boolean keepsCasts) {
        var all = SqlTokens.of(sql);
        this.roles = new TokenRoles(all);
        this.tokens = new TokenReader(all);
        this.keepsCasts = keepsCasts;
    }

    /** The normal form; for SQL that cannot be parsed, its tokens separated by one space. */
    public static String normal(String sql, boolean keepsCasts) {
        try {
            return new ExpressionParser(sql, keepsCasts).whole().text();
        } catch (NotUnderstood e) {
            return SqlTokens.significant(SqlTokens.unwrap(sql)).stream()
                    .map(ExpressionParser::spelling)
                    .collect(Collectors.joining(" "));
        }
    }

    public static TokenRoles roles(String sql) {
        var parser = new ExpressionParser(sql, true);
        try {
            parser.whole();
        } catch (NotUnderstood e) {
            parser.roles.forget();
        }
        return parser.roles;
    }

    private Expression whole() {
        var expression = expression(OR);
        require(tokens.atEnd());
        return expression;
    }

    /** An expression that binds at least as tightly as {@code level}. */
    private Expression expression(int level) {
        require(++depth < TOO_DEEP);
        var left = prefix();
        for (int found = level(); found >= level; found = level()) {
            left = continued(left, found);
        }
        depth--;
        return left;
    }

    /** How tightly the next token binds the expression before it; 0 at the end of the expression. */
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
            case "collate", "at", "::", "[", "." -> POSTFIX;
            case "similar" -> COMPARISON;
            case "", ",", ")", "]", "(", ";", ":", "=>", ":=" -> 0;
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
            case "in", "between", "like", "ilike", "glob", "regexp", "match", "similar" ->
                predicate(left, operator, false);
            case "~~" -> predicate(left, "like", false);
            case "!~~" -> predicate(left, "like", true);
            case "~~*" -> predicate(left, "ilike", false);
            case "!~~*" -> predicate(left, "ilike", true);
            case "collate" -> left.then("collate " + collation());
            case "at" -> {
                require(tokens.accept("time") && tokens.accept("zone"));
                yield left.then("at time zone " + expression(POSTFIX + 1).nested());
            }
            case "::" -> cast(left);
            case "." -> new Atom(left.nested() + "." + spelling(tokens.next()));
            case "[" -> subscript(left);
            case "=", "==", "<>", "!=" -> equality(left, operator.equals("=") || operator.equals("=="));
            default -> left.then(operator + " " + expression(level + 1).nested());
        };
    }

    private Expression subscript(Expression array) {
        var index = tokens.peek().is(":") ? "" : expression(OR).text();
        if (tokens.accept(":")) {
            index += ":" + (tokens.peek().is("]") ? "" : expression(OR).text());
        }
        require(tokens.accept("]"));
        return new Atom(array.nested() + "[" + index + "]");
    }

    private Expression is(Expression left) {
        var not = tokens.accept("not") ? "is not " : "is ";
        if (tokens.accept("distinct")) {
            require(tokens.accept("from"));
            not += "distinct from ";
        } else if (tokens.peek().kind() == Kind.WORD && STATES.contains(spelling(tokens.peek()))) {
            roles.set(tokens.position(), Role.UNCLEAR);
            return left.then(not + spelling(tokens.next()));
        }
        return left.then(not + expression(OTHER_OPERATOR).nested());
    }

    private Expression predicate(Expression left, String operator, boolean negated) {
        return switch (operator) {
            case "in" -> {
                require(tokens.accept("("));
                yield in(left, list(")"), negated);
            }
            case "similar" -> {
                require(tokens.accept("to"));
                yield like(left, (negated ? "not " : "") + "similar to");
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
        int position = tokens.position();
        var token = tokens.next();
        return switch (token.kind()) {
            case STRING, NUMBER -> new Atom(token.text());
            case QUOTED_NAME -> named(position, token);
            case WORD ->
                switch (spelling(token)) {
                    case "not" -> new Compound("not " + expression(NOT).nested());
                    case "case" -> choice();
                    case "cast" -> castCall();
                    case "array" -> tokens.accept("[") ? new Items(list("]")) : named(position, token);
                    default -> named(position, token);
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

    private Expression castCall() {
        require(tokens.accept("("));
        var value = expression(OR);
        require(tokens.accept("as"));
        var cast = cast(value);
        require(tokens.accept(")"));
        return cast;
    }

    /** Skips a type; PostgreSQL writes a negative number as a string with a cast. */
    private Expression cast(Expression value) {
        int start = tokens.position();
        var type = typeWord();
        while (tokens.accept(".")) {
            type = typeWord();
        }
        skipTypeDetails();
        if (keepsCasts) {
            return new Atom("cast(" + value.text() + " as " + spelling(start, tokens.position()) + ")");
        }
        var number = NUMBER.matcher(value.text());
        return NUMERIC_TYPES.contains(type) && number.matches() ? new Atom(number.group(1)) : value;
    }

    private String typeWord() {
        require(tokens.peek().isName());
        roles.set(tokens.position(), Role.TYPE);
        return spelling(tokens.next());
    }

    private void skipTypeDetails() {
        for (var token = tokens.peek(); ; token = tokens.peek()) {
            if (token.opens()) {
                tokens.group();
            } else if (token.kind() == Kind.WORD && TYPE_CONTINUATIONS.contains(spelling(token))) {
                typeWord();
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

    /** A column, a word that is a value, a literal such as {@code date '2026-01-01'}, or a call. */
    private Expression named(int position, Token first) {
        var name = spelling(first);
        if (first.kind() == Kind.WORD) {
            if (isTypeOfLiteral(name)) {
                return typedLiteral(position, name);
            }
            require(!NO_OPERANDS.contains(name));
        }
        int last = position;
        boolean qualified = false;
        while (tokens.accept(".")) {
            qualified = true;
            roles.set(last, Role.QUALIFIER);
            last = tokens.position();
            name += "." + spelling(tokens.next());
        }
        if (tokens.accept("(")) {
            roles.set(last, Role.FUNCTION);
            return call(name);
        }
        roles.set(last, qualified || first.kind() == Kind.QUOTED_NAME ? Role.COLUMN : ofWord(name));
        return new Atom(first.kind() == Kind.QUOTED_NAME && !qualified ? columnSpelling(first) : name);
    }

    private static Role ofWord(String word) {
        return VALUES.contains(word) ? Role.KEYWORD : VALUES_OF_POSTGRESQL.contains(word) ? Role.UNCLEAR : Role.COLUMN;
    }

    /** A column keeps its quotes if the bare word would be something else. */
    private static String columnSpelling(Token quoted) {
        var plain = spelling(quoted);
        boolean means = VALUES.contains(plain)
                || VALUES_OF_POSTGRESQL.contains(plain)
                || NO_OPERANDS.contains(plain)
                || plain.equals("not")
                || plain.equals("case");
        return means ? SqlTokens.quote(plain) : plain;
    }

    private boolean isTypeOfLiteral(String word) {
        boolean isTime = word.equals("timestamp") || word.equals("time");
        boolean zoneFollows = tokens.peek().is("with") || tokens.peek().is("without");
        return tokens.peek().kind() == Kind.STRING || (isTime && zoneFollows);
    }

    private Expression typedLiteral(int position, String type) {
        roles.set(position, Role.TYPE);
        int start = tokens.position();
        skipTypeDetails();
        var details = start == tokens.position() ? "" : " " + spelling(start, tokens.position());
        require(tokens.peek().kind() == Kind.STRING);
        var text = new StringBuilder(type + details + " " + tokens.next().text());
        while (type.equals("interval") && INTERVAL_FIELDS.contains(spelling(tokens.peek()))) {
            text.append(' ').append(spelling(tokens.next()));
        }
        return new Atom(text.toString());
    }

    private Expression call(String name) {
        if (tokens.accept("*")) {
            require(tokens.accept(")"));
            return new Atom(name + "(*)");
        }
        return new Atom(name + "(" + arguments(name) + ")");
    }

    /** Arguments separated by commas or, in standard functions with their own keywords, by those. */
    private String arguments(String function) {
        var text = new StringBuilder();
        if (tokens.accept(")")) {
            return "";
        }
        if (function.equals("trim") && SIDES.contains(spelling(tokens.peek()))) {
            text.append(spelling(tokens.next())).append(' ');
        }
        if (function.equals("extract") && tokens.peek().kind() == Kind.WORD) {
            text.append(spelling(tokens.next()));
        } else if (!(function.equals("trim") && tokens.peek().is("from"))) {
            text.append(argument(function.equals("position") ? OTHER_OPERATOR : OR));
        }
        while (!tokens.accept(")")) {
            text.append(separator(function));
            text.append(argument(OR));
        }
        return text.toString();
    }

    private String separator(String function) {
        if (tokens.accept(",")) {
            return ", ";
        }
        var word = spelling(tokens.next());
        boolean known = switch (word) {
            case "from" -> Set.of("trim", "extract", "substring", "overlay").contains(function);
            case "for" -> Set.of("substring", "overlay").contains(function);
            case "placing" -> function.equals("overlay");
            case "in" -> function.equals("position");
            default -> false;
        };
        require(known);
        return " " + word + " ";
    }

    private String argument(int level) {
        var second = tokens.peekSecond();
        if (tokens.peek().isName() && (second.is("=>") || second.is(":="))) {
            var name = spelling(tokens.next());
            tokens.next();
            return name + " => " + expression(OR).text();
        }
        return expression(level).text();
    }

    private String collation() {
        var name = collationWord();
        while (tokens.accept(".")) {
            name = collationWord();
        }
        return name;
    }

    private String collationWord() {
        roles.set(tokens.position(), Role.COLLATION);
        return spelling(tokens.next());
    }

    /** Expressions separated by commas, up to the closing bracket. */
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

    /** Words in lower case, names without unnecessary quotes. */
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

    private String spelling(int from, int to) {
        return roles.tokens().subList(from, to).stream()
                .filter(token -> !token.isBlank())
                .map(ExpressionParser::spelling)
                .collect(Collectors.joining(" "));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new NotUnderstood();
        }
    }

    private static final class NotUnderstood extends RuntimeException {}
}
