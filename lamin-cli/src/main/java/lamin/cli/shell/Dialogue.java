package lamin.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The JDK's own JShell at the terminal, with its editing, history and completion. */
record Dialogue(Startup startup) {
    private static final List<String> LOOK = List.of(
            "/set mode lamin normal -command -quiet",
            "/set prompt lamin \"lamin> \" \"  ...> \"",
            "/set feedback -quiet lamin");

    void run() {
        try {
            var file = Files.createTempFile("lamin-shell", ".jsh");
            try {
                Files.write(
                        file,
                        Stream.concat(startup.snippets().stream(), LOOK.stream())
                                .toList());
                start(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot prepare the shell: " + e.getMessage(), e);
        }
    }

    /** Without the JDK's preferences, which would be written to the user's home. */
    private void start(Path snippets) {
        try {
            JavaShellToolBuilder.builder()
                    .persistence(new HashMap<>())
                    .start(
                            "--execution",
                            SharedExecution.NAME,
                            "--class-path",
                            startup.classPath(),
                            "--startup",
                            snippets.toString(),
                            "-C-proc:none");
        } catch (Exception e) {
            throw new LaminException(ErrorCode.FAILURE, "the shell ended: " + e.getMessage(), e);
        }
    }
}
