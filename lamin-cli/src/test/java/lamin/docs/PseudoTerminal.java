package lamin.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;

/** A terminal at which somebody answers each question of a command, once it is asked; then it is the end of input. */
final class PseudoTerminal {
    private static final String END_OF_INPUT = "\u0004";

    private PseudoTerminal() {}

    /** The program that gives a line of sh a terminal. */
    static String[] command(String line) {
        return new String[] {"script", "-qec", line, "/dev/null"};
    }

    static Reader.Outcome run(ProcessBuilder builder, List<String> answers) throws IOException, InterruptedException {
        var process = start(builder);
        var output = converse(process, new ArrayDeque<>(answers));
        return new Reader.Outcome(
                process.waitFor(), output.replace("\r", "").lines().toList());
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        builder.environment().put("SHELL", "/bin/sh");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException(
                    "commands that ask need a terminal, which script of util-linux gives them: install it, as"
                            + " package bsdutils on Debian and Ubuntu, util-linux-script on Fedora",
                    e);
        }
    }

    private static String converse(Process process, ArrayDeque<String> answers) throws IOException {
        var text = new StringBuilder();
        try (var output = process.inputReader(StandardCharsets.UTF_8);
                var keyboard = process.outputWriter(StandardCharsets.UTF_8)) {
            for (int next = output.read(); next >= 0; next = output.read()) {
                text.append((char) next);
                if (Snippet.endsWithQuestion(text)) {
                    keyboard.write(answers.isEmpty() ? END_OF_INPUT : answers.remove() + "\n");
                    keyboard.flush();
                }
            }
        }
        return text.toString();
    }
}
