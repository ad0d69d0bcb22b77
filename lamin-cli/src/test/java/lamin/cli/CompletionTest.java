package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script of {@code lamin completion}, asked by bash as it asks when somebody presses the tab key. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no bash")
class CompletionTest {
    @TempDir
    Path folder;

    private List<String> completed(String... words) throws IOException, InterruptedException {
        var script = folder.resolve("completion.bash");
        var printed = Cli.in(folder.toRealPath()).run("completion");
        assertThat(printed.exitCode()).isZero();
        Files.writeString(
                script,
                printed.out()
                        + "COMP_WORDS=(lamin %s)\nCOMP_CWORD=%d\n_complete_lamin\nprintf '%%s\\n' \"${COMPREPLY[@]}\"\n"
                                .formatted(String.join(" ", words), words.length));
        var bash = new ProcessBuilder("bash", script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    @Test
    void commands_and_options_are_completed() throws Exception {
        assertThat(completed("mig")).containsExactly("migrate");
        assertThat(completed("migrate", "d")).contains("deploy", "downgrade").doesNotContain("create");
        assertThat(completed("migrate", "stamp", "--veri")).containsExactly("--verify");
    }
}
