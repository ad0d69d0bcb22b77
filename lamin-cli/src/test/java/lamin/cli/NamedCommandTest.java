package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lamin.cli.command.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** A command that is built alone is the same as among all others. */
class NamedCommandTest {
    private static final Session SESSION = Session.ofProcess();

    static Stream<List<String>> commands() {
        var commands = new ArrayList<List<String>>();
        addBelow(commands, List.of(), Main.commandLine(SESSION));
        return commands.stream();
    }

    private static void addBelow(List<List<String>> commands, List<String> words, CommandLine group) {
        group.getSubcommands().forEach((name, command) -> {
            var path = Stream.concat(words.stream(), Stream.of(name)).toList();
            if (!command.getSubcommands().isEmpty()) {
                addBelow(commands, path, command);
            } else if (!(command.getCommand() instanceof HelpCommand)) {
                commands.add(path);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void it_has_the_same_name_and_the_same_help_page(List<String> words) {
        var named =
                NamedCommand.of(new Main(SESSION), words.toArray(String[]::new)).orElseThrow();
        var among = Main.commandLine(SESSION);
        named.setUsageHelpWidth(among.getUsageHelpWidth());

        for (var word : words) {
            assertThat(Set.copyOf(named.getSubcommands().values())).hasSize(1);
            named = Objects.requireNonNull(named.getSubcommands().get(word));
            among = Objects.requireNonNull(among.getSubcommands().get(word));
        }

        assertThat(named.getCommandSpec().qualifiedName())
                .isEqualTo(among.getCommandSpec().qualifiedName());
        assertThat(named.getUsageMessage()).isEqualTo(among.getUsageMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "help",
                "--help",
                "-V",
                "migrate",
                "migrate --help",
                "migrate deplyo",
                "nothing",
                "help migrate"
            })
    void all_commands_are_needed_where_none_is_named(String arguments) {
        assertThat(NamedCommand.of(new Main(SESSION), arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEmpty();
    }
}
