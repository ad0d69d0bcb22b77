package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lamin.Version;
import lamin.cli.command.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HelpPagesTest {
    private final HelpPages pages = HelpPages.of(Main.commandLine(Session.ofProcess()));

    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void openFolder() {
        cli = Cli.in(folder);
    }

    @Test
    void each_command_has_a_page_of_what_its_help_option_prints() {
        for (var words : commands()) {
            assertThat(page("lamin-" + String.join("-", words) + ".txt"))
                    .as(String.join(" ", words))
                    .isEqualTo(printed(words));
        }
    }

    @Test
    void the_page_of_lamin_is_what_it_prints_with_the_option_and_without_a_command() {
        assertThat(page("lamin.txt"))
                .isEqualTo(printed(List.of()))
                .isEqualTo(cli.run().out());
    }

    @Test
    void a_page_in_colours_says_the_same() {
        var plain = page("lamin-migrate-check.txt");
        var coloured = page("lamin-migrate-check.ansi");
        assertThat(coloured).contains("\u001b[1m").isNotEqualTo(plain);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void the_version_has_a_page() {
        assertThat(page("version.txt"))
                .isEqualTo("lamin4j " + Version.CURRENT + "\n")
                .isEqualTo(cli.run("--version").out());
    }

    /** They are printed as they are, whatever the encoding of the terminal. */
    @Test
    void pages_are_ascii() {
        assertThat(pages.files().values()).allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
    }

    private String page(String file) {
        return Objects.requireNonNull(pages.files().get(file), file);
    }

    private String printed(List<String> words) {
        var arguments = new ArrayList<>(words);
        arguments.add("--help");
        var result = cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).isZero();
        return result.out();
    }

    /** All commands, under all of their names, as the words that call them. */
    static List<List<String>> commands() {
        var commands = new ArrayList<List<String>>();
        addBelow(commands, List.of(), Main.commandLine(Session.ofProcess()));
        assertThat(commands).contains(List.of("migrate", "check"), List.of("connect"));
        return commands;
    }

    private static void addBelow(List<List<String>> commands, List<String> words, CommandLine command) {
        command.getSubcommands().forEach((word, below) -> {
            var longer = new ArrayList<>(words);
            longer.add(word);
            commands.add(longer);
            addBelow(commands, longer, below);
        });
    }
}
