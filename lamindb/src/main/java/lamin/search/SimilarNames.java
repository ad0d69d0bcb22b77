package lamin.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names that are known in some place, among which a mistyped one is looked for. */
public record SimilarNames(Collection<String> known) {
    private static final int MOST = 3;

    public SimilarNames {
        known = List.copyOf(known);
    }

    /** The most similar first; at most a third of the letters may differ, and their case does not count. */
    public List<String> to(String word) {
        var folded = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .map(name -> new Candidate(name, distance(folded, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= Math.max(1, word.length() / 3))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name)
                .limit(MOST)
                .toList();
    }

    private record Candidate(String name, int distance) {}

    /** A line for the end of a message that names the similar ones, otherwise all that are known. */
    public String hint(String word) {
        var similar = to(word);
        return similar.isEmpty() ? "\nknown are: " + String.join(", ", new TreeSet<>(known)) : question(similar);
    }

    /** A line for the end of a message that asks whether one of these was meant; empty if there are none. */
    public static String question(List<String> similar) {
        return similar.isEmpty() ? "" : "\ndid you mean: " + String.join(", ", similar) + "?";
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
