package lamin.cli.command;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The user at the terminal, if there is one. */
public interface Terminal {
    /** No terminal: output goes to a file or a pipe, or input comes from one. */
    Terminal NONE = new Terminal() {
        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> askSecret(String question) {
            return Optional.empty();
        }
    };

    boolean isInteractive();

    /** The answer to a question; empty without a terminal or at the end of input. */
    Optional<String> ask(String question);

    /** Like {@link #ask}, but the input is not shown. */
    Optional<char[]> askSecret(String question);

    /** The number of characters in a line; empty if it is unknown. */
    default OptionalInt width() {
        return OptionalInt.empty();
    }

    /** Whether the user says yes; an empty answer means no. */
    default boolean confirm(String question) {
        return ask(question + " [y/N] ")
                .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
                .filter(answer -> answer.equals("y") || answer.equals("yes"))
                .isPresent();
    }

    /** The terminal of this process. */
    @SuppressWarnings("SystemConsoleNull")
    static Terminal ofProcess() {
        var console = System.console();
        return console == null || !isTerminal(console) ? NONE : new OfConsole(console);
    }

    /** From Java 22 to 24 there is a console without a terminal too, except in the JVM that the launcher configures. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException java21) {
            return true;
        }
    }

    /** A console used for both input and output. */
    record OfConsole(Console console) implements Terminal {
        private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,4})");

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public Optional<String> ask(String question) {
            @Nullable String answer = console.readLine("%s", question);
            return Optional.ofNullable(answer);
        }

        @Override
        public Optional<char[]> askSecret(String question) {
            return Optional.ofNullable(console.readPassword("%s", question));
        }

        /** Java does not know it; the program {@code stty} prints the rows and the columns. */
        @Override
        public OptionalInt width() {
            try {
                var stty = new ProcessBuilder("stty", "size")
                        .redirectInput(new File("/dev/tty"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                var size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                var columns = SIZE.matcher(size.strip());
                return columns.matches() ? OptionalInt.of(Integer.parseInt(columns.group(1))) : OptionalInt.empty();
            } catch (IOException e) {
                return OptionalInt.empty();
            }
        }
    }
}
