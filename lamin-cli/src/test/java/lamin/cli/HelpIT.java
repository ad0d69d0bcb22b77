package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lamin.cli.command.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The pages of help that the build renders into the distribution, as {@code bin/lamin} prints them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "lamin.cmd prints them there")
class HelpIT {
    private static final Path BIN = Path.of(System.getProperty("lamin.distribution"), "bin");

    private final Map<String, String> pages =
            HelpPages.of(Main.commandLine(Session.ofProcess())).files();

    /** The Java that is named does not exist: where one is needed, that is an error. */
    @Test
    void each_page_is_printed_without_a_jvm() throws Exception {
        var lamin = lamin("lamin").with("LAMIN_JAVA_HOME", "/nowhere");
        assertThat(lamin.run("info").exitCode()).isEqualTo(6);
        for (var words : HelpPagesTest.commands()) {
            var page = page("lamin-" + String.join("-", words) + ".txt");
            for (var option : List.of("--help", "-h")) {
                var arguments = new ArrayList<>(words);
                arguments.add(option);
                assertThat(lamin.run(arguments.toArray(String[]::new)))
                        .as(String.join(" ", arguments))
                        .isEqualTo(new Program.Result(0, page, ""));
            }
        }
    }

    @Test
    void each_name_of_the_launcher_prints_help_and_version_without_a_jvm() throws Exception {
        for (var name : List.of("lamin", "lamin4j")) {
            var lamin = lamin(name).with("LAMIN_JAVA_HOME", "/nowhere");
            var help = new Program.Result(0, page("lamin.txt"), "");
            var version = new Program.Result(0, page("version.txt"), "");
            assertThat(lamin.run()).isEqualTo(help);
            assertThat(lamin.run("--help")).isEqualTo(help);
            assertThat(lamin.run("-h")).isEqualTo(help);
            assertThat(lamin.run("--version")).isEqualTo(version);
            assertThat(lamin.run("-V")).isEqualTo(version);
        }
    }

    @Test
    void it_has_colours_on_a_terminal_unless_they_are_unwanted() throws Exception {
        var terminal = terminal().with("TERM", "xterm");
        assertThat(print(terminal, "migrate --help")).isEqualTo(page("lamin-migrate.ansi"));
        assertThat(print(terminal, "--help")).isEqualTo(page("lamin.ansi"));
        assertThat(print(terminal, "--version")).isEqualTo(page("version.txt"));
        assertThat(print(terminal.with("NO_COLOR", "1"), "--help")).isEqualTo(page("lamin.txt"));
        assertThat(print(terminal.with("TERM", "dumb"), "--help")).isEqualTo(page("lamin.txt"));
    }

    @Test
    void other_calls_are_left_to_the_command() throws Exception {
        var lamin = lamin("lamin");
        var check = new Program.Result(0, page("lamin-migrate-check.txt"), "");
        assertThat(lamin.run("migrate", "check", "--debug", "--help")).isEqualTo(check);
        assertThat(lamin.run("help").out()).isEqualTo(page("lamin.txt"));
        assertThat(lamin.run("migrate").exitCode()).isEqualTo(2);
    }

    /** A word is not taken for a part of a path. */
    @Test
    void only_pages_are_printed() throws Exception {
        var lamin = lamin("lamin").with("LAMIN_JAVA_HOME", "/nowhere");
        assertThat(lamin.run("../../help/version", "--help").exitCode()).isEqualTo(6);
        assertThat(lamin.run("migrate", "", "--help").exitCode()).isEqualTo(6);
        assertThat(lamin.run("migrate", "no", "such", "--help").exitCode()).isEqualTo(6);
    }

    private String page(String file) {
        return Objects.requireNonNull(pages.get(file), file);
    }

    private static Program lamin(String name) {
        return Program.of(BIN.resolve(name));
    }

    /** Gives a command a terminal; see CONTRIBUTING for where it comes from. */
    private static Program terminal() {
        return Program.of(Path.of("script"));
    }

    private static String print(Program terminal, String arguments) throws Exception {
        var result = terminal.run("-qec", BIN.resolve("lamin") + " " + arguments, "/dev/null");
        return result.out().replace("\r\n", "\n");
    }
}
