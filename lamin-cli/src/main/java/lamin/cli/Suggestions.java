package lamin.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Suggests commands and options for a mistyped word. */
record Suggestions(Collection<String> known) {
    private static final int MOST = 3;

    /** Options for a word that looks like an option, otherwise the subcommands. */
    static Suggestions of(CommandSpec command, String word) {
        return new Suggestions(
                word.startsWith("-")
                        ? command.optionsMap().keySet()
                        : command.subcommands().keySet());
    }

    /** The most similar first; at most a third of the letters may differ. */
    List<String> similarTo(String word) {
        return known.stream()
                .filter(name -> distance(word, name) <= Math.max(1, word.length() / 3))
                .sorted(Comparator.comparingInt((String name) -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** The number of letters to insert, delete, replace or swap with the next. Source: Damerau 1964. */
    private static int distance(String one, String other) {
        var distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : next(distances, one, other, i, j);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int next(int[][] distances, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return Stream.of(
                        distances[i - 1][j] + 1,
                        distances[i][j - 1] + 1,
                        distances[i - 1][j - 1] + (same ? 0 : 1),
                        swapped ? distances[i - 2][j - 2] + 1 : Integer.MAX_VALUE)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
