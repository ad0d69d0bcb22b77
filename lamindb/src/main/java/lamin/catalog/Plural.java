package lamin.catalog;

import java.util.List;
import java.util.Locale;

/** English plurals of registries' names. */
final class Plural {
    private static final String VOWELS = "aeiou";
    private static final List<String> SIBILANTS = List.of("s", "x", "ch", "sh");

    private Plural() {}

    static String of(String name) {
        if (name.endsWith("y") && name.length() > 1 && VOWELS.indexOf(name.charAt(name.length() - 2)) < 0) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name + (SIBILANTS.stream().anyMatch(name::endsWith) ? "es" : "s");
    }

    /** A name without underscores, in lower case: {@code CellType}, {@code cell_type} and {@code celltype} are one. */
    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a text is that name, in the singular or the plural. */
    static boolean matches(String text, String name) {
        var typed = plain(text);
        var known = plain(name);
        return typed.equals(known) || typed.equals(of(known)) || of(typed).equals(known);
    }
}
