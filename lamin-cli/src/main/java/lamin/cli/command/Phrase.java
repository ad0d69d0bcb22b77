package lamin.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A remedy worded for the command line.
 *
 * @param kind its name in JSON
 * @param words what to do, without the command
 * @param command the command to type; null if there is none
 * @param option the option to add to the failed command; null if that does not help
 * @param facts its parts in JSON
 */
record Phrase(
        String kind,
        String words,
        @Nullable Invocation command,
        @Nullable List<String> option,
        Map<String, Object> facts) {

    static Phrase of(String kind, String words) {
        return new Phrase(kind, words, null, null, Map.of());
    }

    static Phrase option(String kind, String words, String... option) {
        return new Phrase(kind, words, null, List.of(option), Map.of());
    }

    Phrase withCommand(Invocation invocation) {
        return new Phrase(kind, words, invocation, option, facts);
    }

    Phrase withArguments(List<String> more) {
        return command == null ? this : withCommand(command.and(more));
    }

    Phrase named(String newKind, String newWords) {
        return new Phrase(newKind, newWords, command, option, facts);
    }

    Phrase with(String name, Object fact) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, fact);
        return new Phrase(kind, words, command, option, more);
    }

    Phrase withPresent(String name, @Nullable Object fact) {
        return fact == null ? this : with(name, fact);
    }

    /** The command to type, or the words if there is none. */
    String instruction(Caller caller) {
        if (command != null) {
            return caller.command(command.words());
        }
        return option == null ? words : caller.option(option);
    }

    /** The words and the command. */
    String line(Caller caller) {
        return command == null && option == null ? words : words + ": " + instruction(caller);
    }

    Map<String, Object> json(Caller caller) {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", kind);
        map.putAll(facts);
        map.put("text", words);
        if (command != null) {
            map.put("command", caller.command(command.words()));
        }
        if (option != null) {
            map.put("option", caller.option(option));
        }
        return map;
    }
}
