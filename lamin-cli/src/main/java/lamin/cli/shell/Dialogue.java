package lamin.cli.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jshell.tool.JavaShellToolBuilder;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The JDK's own JShell at the terminal, with its editing, history and completion. */
record Dialogue(Startup startup) {
    /** They are refused in start-up snippets, which run before there is any mode: a tool of its own keeps them. */
    private static final String LOOK = """
            /set mode lamin normal -quiet
            /set prompt lamin "lamin> " "  ...> "
            /set mode lamin -retain
            /set feedback -retain lamin
            /exit
            """;

    void run() {
        try {
            var file = Files.createTempFile("lamin-shell", ".jsh");
            try {
                Files.write(file, startup.snippets());
                start(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot prepare the shell: " + e.getMessage(), e);
        }
    }

    /** The preferences that the JDK keeps from one shell to the next: not in the user's home, and without the commands that set them. */
    private static Map<String, String> preferences() throws Exception {
        var preferences = new HashMap<String, String>();
        var unseen = new PrintStream(OutputStream.nullOutputStream());
        JavaShellToolBuilder.builder()
                .persistence(preferences)
                .in(new ByteArrayInputStream(LOOK.getBytes(StandardCharsets.UTF_8)), null)
                .out(unseen)
                .err(unseen)
                .start("--execution", "local", "--no-startup", "-s");
        preferences.keySet().removeIf(key -> key.startsWith("HISTORY"));
        return preferences;
    }

    private void start(Path snippets) {
        try {
            JavaShellToolBuilder.builder()
                    .persistence(preferences())
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
