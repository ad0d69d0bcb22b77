package lamin.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command as typed by the user.
 *
 * @param arguments the arguments after {@code lamin}
 * @param takesInstance whether the command has an option for its instance
 * @param instance the instance it names; null for the current one
 */
record Invocation(
        List<String> arguments,
        boolean takesInstance,
        @Nullable String instance) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    Invocation {
        arguments = List.copyOf(arguments);
    }

    static Invocation of(String... arguments) {
        return new Invocation(List.of(arguments), false, null);
    }

    static Invocation onInstance(String... arguments) {
        return new Invocation(List.of(arguments), true, null);
    }

    Invocation named(@Nullable String name) {
        return new Invocation(arguments, takesInstance, name);
    }

    Invocation and(List<String> more) {
        var all = new ArrayList<>(arguments);
        all.addAll(more);
        return new Invocation(all, takesInstance, instance);
    }

    /** The words, quoted for a POSIX shell if necessary. */
    static String quoted(Stream<String> words) {
        return words.map(word -> PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /** The arguments after {@code lamin}, with the instance. */
    List<String> words() {
        var name = takesInstance && instance != null ? Stream.of("--instance", instance) : Stream.<String>empty();
        return Stream.concat(arguments.stream(), name).toList();
    }
}
