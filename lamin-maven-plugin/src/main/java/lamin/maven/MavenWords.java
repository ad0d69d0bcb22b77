package lamin.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Commands as goals of Maven. An option {@code --x} is the property {@code lamin.x}. Several values of an option are separated by
 * commas, because of several properties with the same name Maven takes the last one.
 */
final class MavenWords {
    private static final Set<String> GOALS = Set.of(
            "create",
            "generate",
            "check",
            "merge",
            "release",
            "status",
            "plan",
            "sql",
            "deploy",
            "downgrade",
            "stamp",
            "graph");

    private static final Set<String> PARAMETERS = Set.of(
            "module",
            "instance",
            "rename",
            "drop",
            "fill",
            "last",
            "dry-run",
            "release",
            "to",
            "target",
            "revision",
            "allow-drop",
            "accept-differences",
            "yes",
            "dialect",
            "from",
            "output",
            "format");

    /** The property of an argument that is not an option. */
    private static final Map<String, String> ARGUMENTS =
            Map.of("release", "--release", "downgrade", "--target", "stamp", "--revision");

    private MavenWords() {}

    static boolean isGoal(List<String> command) {
        return command.size() > 1
                && Set.of("migrate", "schema").contains(command.getFirst())
                && GOALS.contains(command.get(1));
    }

    /** The words to type, without quotes. */
    static List<String> command(List<String> command) {
        var goal = command.get(1);
        var options = new ArrayList<String>();
        for (int at = 2; at < command.size(); at++) {
            boolean isValue =
                    command.get(at).startsWith("--") || command.get(at - 1).startsWith("--");
            if (!isValue && ARGUMENTS.containsKey(goal)) {
                options.add(ARGUMENTS.get(goal));
            }
            options.add(command.get(at));
        }
        var words = new ArrayList<>(List.of("mvn", "lamin:" + goal));
        words.addAll(properties(options));
        return words;
    }

    /** Options and their values as properties; those for which the goals have no parameter are further arguments. */
    static List<String> properties(List<String> options) {
        var values = new LinkedHashMap<String, List<String>>();
        var others = new ArrayList<String>();
        var name = "";
        for (var word : options) {
            name = word.startsWith("--") ? word.substring(2) : name;
            if (!PARAMETERS.contains(name)) {
                others.add(word);
            } else if (word.startsWith("--")) {
                values.putIfAbsent(name, new ArrayList<>());
            } else {
                values.getOrDefault(name, others).add(word);
            }
        }
        if (!others.isEmpty()) {
            values.put("args", List.of(String.join(" ", others)));
        }
        return values.entrySet().stream()
                .map(option -> "-Dlamin." + option.getKey()
                        + (option.getValue().isEmpty() ? "" : "=" + String.join(",", option.getValue())))
                .toList();
    }
}
