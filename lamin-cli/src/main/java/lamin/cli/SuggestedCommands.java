package lamin.cli;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** Commands that a message suggests, for the instance that the command which failed was given. */
final class SuggestedCommands {
    private static final String OPTION = "--instance";
    private static final Pattern COMMAND = Pattern.compile("\\blamin((?: [a-z]+)+)(.*)");

    private final CommandSpec root;
    private final String instance;

    private SuggestedCommands(CommandSpec root, String instance) {
        this.root = root;
        this.instance = instance;
    }

    /** The message, with the instance in each command that takes one and does not name it. */
    static String inMessage(String message, CommandSpec failed) {
        var option = failed.findOption(OPTION);
        return option != null && option.getValue() instanceof String instance
                ? new SuggestedCommands(failed.root(), instance).in(message)
                : message;
    }

    private String in(String text) {
        return COMMAND.matcher(text).replaceAll(found -> Matcher.quoteReplacement(named(found)));
    }

    private String named(MatchResult found) {
        var spec = root;
        var command = new StringBuilder("lamin");
        var words = found.group(1).strip().split(" ", -1);
        int word = 0;
        while (word < words.length && spec.subcommands().containsKey(words[word])) {
            spec = spec.subcommands().get(words[word]).getCommandSpec();
            command.append(' ').append(words[word++]);
        }
        var rest = found.group().substring(command.length());
        boolean isNamed = rest.contains(OPTION) || spec.findOption(OPTION) == null;
        return command + (isNamed ? "" : " " + OPTION + " " + instance) + in(rest);
    }
}
