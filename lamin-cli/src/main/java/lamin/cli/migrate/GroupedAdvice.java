package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Findings of lint as texts, one for each rule: what is safer is said once, and of many places the first are named. */
final class GroupedAdvice {
    private static final int MOST_PLACES = 3;

    private GroupedAdvice() {}

    /**
     * @param findings each in lines: the place and the rule, then what is safer and how to go on
     * @param everything names all places
     */
    static List<List<String>> of(Collection<List<String>> findings, boolean everything) {
        var byRule = new LinkedHashMap<List<String>, List<String>>();
        for (var finding : findings) {
            var key = new ArrayList<>(finding);
            key.set(0, rule(finding.getFirst()));
            byRule.computeIfAbsent(key, ignored -> new ArrayList<>()).add(finding.getFirst());
        }
        return byRule.entrySet().stream()
                .map(group -> text(group.getKey(), group.getValue(), everything))
                .toList();
    }

    private static List<String> text(List<String> rule, List<String> places, boolean everything) {
        var lines = new ArrayList<String>();
        if (places.size() == 1) {
            lines.add(places.getFirst());
        } else {
            lines.add(rule.getFirst() + ", in " + places.size() + " places:");
            int named = everything || places.size() <= MOST_PLACES + 1 ? places.size() : MOST_PLACES;
            places.stream().limit(named).forEach(place -> lines.add("  " + place(place)));
            if (named < places.size()) {
                lines.add("  and " + (places.size() - named) + " more, all shown by --verbose");
            }
        }
        lines.addAll(rule.subList(1, rule.size()));
        return lines;
    }

    /** The first line of a finding is {@code CODE Script: operation: what happens}. */
    private static String rule(String line) {
        return line.substring(0, line.indexOf(' ')) + line.substring(line.lastIndexOf(": ") + 1);
    }

    private static String place(String line) {
        return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(": "));
    }
}
