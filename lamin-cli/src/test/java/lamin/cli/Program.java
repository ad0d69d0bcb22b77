package lamin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program as a process without a terminal.
 *
 * @param environment variables in addition to those of this process; the ones for lamin and Maven are not handed on
 */
record Program(Path file, Map<String, String> environment) {

    /** How a process ended and what it printed. */
    record Result(int exitCode, String out, String err) {}

    static Program of(Path file) {
        return new Program(file, Map.of());
    }

    Program with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new Program(file, more);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        var out = Files.createTempFile("lamin", ".out");
        var err = Files.createTempFile("lamin", ".err");
        try {
            int exitCode = builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            return new Result(exitCode, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.matches("(LAMIN_(?!TEST_)|MAVEN_).*"));
        builder.environment().putAll(environment);
        return builder;
    }
}
