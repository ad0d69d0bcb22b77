package lamin.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.label.RegistryName;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The type of a feature's values, in LaminDB's notation: {@code float}, {@code cat[ULabel]}, {@code list[int]}. */
public sealed interface Dtype {

    /** A type whose values are not in a registry. */
    enum Simple implements Dtype {
        INT("int"),
        FLOAT("float"),
        /** An integer or a floating-point number. */
        NUM("num"),
        STR("str"),
        BOOL("bool"),
        DATE("date"),
        /** A time without a time zone. */
        DATETIME("datetime"),
        DATETIME_UTC("datetime64[ns, UTC]"),
        DICT("dict"),
        PATH("path"),
        URL("url"),
        /** Any JSON. */
        OBJECT("object");

        private final String text;

        Simple(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A type whose values are records of registries: of one, or of any of several. */
    record Categorical(List<Category> categories) implements Dtype {
        public Categorical {
            categories = List.copyOf(categories);
        }

        @Override
        public String toString() {
            return "cat[" + categories.stream().map(Category::toString).collect(Collectors.joining("|")) + "]";
        }
    }

    /** Several values of one type, of which the order counts. */
    record ListOf(Dtype element) implements Dtype {
        @Override
        public String toString() {
            return "list[" + element + "]";
        }
    }

    /** Values that are labels of a registry. */
    static Dtype category(RegistryName registry) {
        return new Categorical(List.of(Category.parse(registry.toString())));
    }

    /** Whether values are records of registries. */
    default boolean isCategorical() {
        return switch (this) {
            case Simple ignored -> false;
            case Categorical ignored -> true;
            case ListOf(var element) -> element.isCategorical();
        };
    }

    /** The registries of its values; empty for values that are in none. */
    default List<Category> categories() {
        return switch (this) {
            case Simple ignored -> List.of();
            case Categorical(var categories) -> categories;
            case ListOf(var element) -> element.categories();
        };
    }

    /**
     * The type with that notation; {@code cat} is short for {@code cat[ULabel]}.
     *
     * @throws LaminException with {@code USAGE} if it is not a type
     */
    static Dtype parse(String text) {
        if (text.equals("cat")) {
            return category(RegistryName.ULABEL);
        }
        if (text.startsWith("list[") && text.endsWith("]")) {
            return new ListOf(parse(text.substring(5, text.length() - 1)));
        }
        if (text.startsWith("cat[") && text.endsWith("]")) {
            return new Categorical(split(text.substring(4, text.length() - 1)).stream()
                    .map(Category::parse)
                    .toList());
        }
        return Stream.of(Simple.values())
                .filter(simple -> simple.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    private static LaminException unknown(String text) {
        var known = Arrays.stream(Simple.values()).map(Simple::toString).collect(Collectors.joining(", "));
        return new LaminException(
                ErrorCode.USAGE,
                text + " is not a type of values\nthere are: " + known + ", cat[REGISTRY], list[TYPE]");
    }

    /** Splits at bars outside of brackets. */
    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '|' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
