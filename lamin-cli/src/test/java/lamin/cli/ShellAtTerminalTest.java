package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code lamin shell} as a person uses it. */
@DisabledOnOs(
        value = {OS.WINDOWS, OS.MAC},
        disabledReason = "needs script of util-linux")
class ShellAtTerminalTest {
    private static final String PROMPT = "lamin> ";

    @TempDir
    private Path folder = Path.of("");

    private PseudoTerminal shell() throws IOException {
        var place = folder.toRealPath();
        var cli = Cli.in(place);
        assertThat(cli.run("init", "--storage", "lab").exitCode()).isZero();
        return PseudoTerminal.lamin(place, place.resolve("home"), "shell");
    }

    @Test
    void it_starts_with_its_prompt_and_no_error_and_shows_of_a_failure_what_the_user_wrote() throws Exception {
        try (var terminal = shell()) {
            assertThat(terminal.await(PROMPT))
                    .contains("instance   anonymous/lab, open")
                    .doesNotContain("/set", "option", "Does not match", "Welcome to JShell");

            terminal.type("instance.registry(ULabel.class).save(new ULabel(\"treated\"))");
            assertThat(terminal.await(PROMPT))
                    .contains("==> ULabel(")
                    .contains("treated")
                    .doesNotContain("@");

            terminal.type("instance.registry(ULabel.class).filter(\"nope\", 1).list()");
            assertThat(terminal.await(PROMPT))
                    .contains("LaminException")
                    .contains("nope")
                    .contains("at (#")
                    .doesNotContain("at lamin.", "at Query", "at Registry");

            terminal.type("List.of(1).get(\n7)");
            assertThat(terminal.await(PROMPT))
                    .contains("  ...> ")
                    .contains("IndexOutOfBounds")
                    .doesNotContain("ImmutableCollections");

            terminal.type("/exit");
            assertThat(terminal.exitCode()).isZero();
        }
    }
}
