package lamin.schema.internal.detect;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lamin.schema.model.Names;

/** How alike names and sets are, from 0 to 1. */
final class Likeness {
    private static final double PREFIX = 0.8;
    private static final double ABBREVIATION = 0.6;
    private static final double CONTAINED = 0.5;
    private static final int SHORTEST_PART = 3;

    private Likeness() {}

    /** The best of: their words one by one, one within the other, edits between them. */
    static double ofNames(String one, String other) {
        var words = words(one);
        var otherWords = words(other);
        var joined = String.join("", words);
        var otherJoined = String.join("", otherWords);
        return Math.max(
                Math.max(ofWords(words, otherWords), ofWords(otherWords, words)),
                Math.max(contained(joined, otherJoined), ofWord(joined, otherJoined)));
    }

    /** What they share of all that either has; nothing where both are empty. */
    static <T> double ofSets(Set<T> one, Set<T> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        long shared = one.stream().filter(other::contains).count();
        return all.isEmpty() ? 0 : (double) shared / all.size();
    }

    private static List<String> words(String name) {
        return Arrays.stream(Names.snakeCase(name).toLowerCase(Locale.ROOT).split("[_.]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Each word by the best of the other name, of as many words as the longer name has. */
    private static double ofWords(List<String> words, List<String> others) {
        if (words.isEmpty() || others.isEmpty()) {
            return 0;
        }
        double sum = words.stream()
                .mapToDouble(word -> others.stream()
                        .mapToDouble(other -> ofWord(word, other))
                        .max()
                        .orElse(0))
                .sum();
        return sum / Math.max(words.size(), others.size());
    }

    private static double ofWord(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = one.length() <= other.length() ? other : one;
        if (shorter.isEmpty()) {
            return 0;
        }
        double edits = 1 - (double) edits(shorter, longer) / longer.length();
        double kept = longer.startsWith(shorter) ? PREFIX : isAbbreviation(shorter, longer) ? ABBREVIATION : 0;
        return Math.max(kept, edits > CONTAINED ? edits : 0);
    }

    private static double contained(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = one.length() <= other.length() ? other : one;
        return shorter.length() >= SHORTEST_PART && longer.contains(shorter)
                ? CONTAINED + (1 - CONTAINED) * shorter.length() / longer.length()
                : 0;
    }

    /** {@code qty} for {@code quantity}: the same first letter, the others in order. */
    private static boolean isAbbreviation(String shorter, String longer) {
        if (shorter.length() < 2 || shorter.charAt(0) != longer.charAt(0)) {
            return false;
        }
        int found = 0;
        for (int i = 0; i < longer.length() && found < shorter.length(); i++) {
            if (longer.charAt(i) == shorter.charAt(found)) {
                found++;
            }
        }
        return found == shorter.length();
    }

    /** Levenshtein's distance. */
    private static int edits(String one, String other) {
        var above = new int[other.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            var current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[other.length()];
    }
}
