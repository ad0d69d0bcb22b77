package lamin.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lamin.registry.Condition;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * Parses conditions as people type them: {@code key~counts}, {@code size>=1000}, {@code created_by.handle != ada},
 * {@code kind in dataset, model}, {@code description is null}.
 */
public final class FilterText {
    private static final Pattern CONDITION = Pattern.compile(
            "\\s*([\\w.]+)\\s*(!=|!~|<=|>=|\\^=|=|<|>|~|\\s(?:in|like|contains|startswith|is\\s+not|is)(?=\\s))(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("\\s*(\"[^\"]*\"|'[^']*'|[^,]*?)\\s*(?:,|$)");

    private FilterText() {}

    /** Refuses a text that is not a condition. */
    public static Condition parse(String text) {
        var parts = CONDITION.matcher(text);
        if (!parts.matches()) {
            throw unclear(text);
        }
        var operator = parts.group(2).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var value = parts.group(3).strip();
        return condition(text, parts.group(1), operator, value);
    }

    private static Condition condition(String text, String property, String operator, String value) {
        return switch (operator) {
            case "=" -> Condition.eq(property, unquoted(value));
            case "!=" -> Condition.not(Condition.eq(property, unquoted(value)));
            case "<" -> Condition.less(property, unquoted(value));
            case "<=" -> Condition.atMost(property, unquoted(value));
            case ">" -> Condition.greater(property, unquoted(value));
            case ">=" -> Condition.atLeast(property, unquoted(value));
            case "~", "contains" -> Condition.contains(property, unquoted(value));
            case "!~" -> Condition.not(Condition.contains(property, unquoted(value)));
            case "^=", "startswith" -> Condition.startsWith(property, unquoted(value));
            case "like" -> Condition.like(property, unquoted(value));
            case "in" -> Condition.in(property, items(value));
            case "is" -> isNull(text, property, value);
            case "is not" -> Condition.not(isNull(text, property, value));
            // the pattern has no other operator
            default -> throw unclear(text);
        };
    }

    private static Condition isNull(String text, String property, String value) {
        if (value.equalsIgnoreCase("null")) {
            return Condition.isNull(property);
        }
        throw unclear(text);
    }

    private static List<String> items(String list) {
        var bare = list.startsWith("(") && list.endsWith(")") ? list.substring(1, list.length() - 1) : list;
        var items = new ArrayList<String>();
        var parts = ITEM.matcher(bare);
        for (int end = 0; end < bare.length() && parts.find(); end = parts.end()) {
            items.add(unquoted(parts.group(1)));
        }
        return items;
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() > 1
                && (text.startsWith("\"") || text.startsWith("'"))
                && text.charAt(0) == text.charAt(text.length() - 1);
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    private static LaminException unclear(String text) {
        return new LaminException(
                ErrorCode.USAGE,
                "expected a condition such as key~counts, found '" + text + "'\n"
                        + "operators: = != < <= > >= ~ (contains) !~"
                        + " ^= (starts with) like, in a,b, is null,"
                        + " is not null");
    }
}
