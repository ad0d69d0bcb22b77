package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamin.cli.command.Session;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What the documents say of commands is what there is. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path REFERENCE = ROOT.resolve("docs/reference/commands.md");
    private static final String BEGINNING = "## lamin\n";

    /** A command in a line of a snippet, or within backticks, up to what the shell would end it at. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|`|\\s)(?:\\./)?lamin ((?:--?)?[a-z][^`|<>#\\n]*)", Pattern.MULTILINE);

    private static final Pattern CODE = Pattern.compile("```sh\\n(.*?)```|`(?:\\./)?lamin [^`]+`", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("\\s(--?[a-z][a-z-]*)");

    @Test
    void the_page_of_commands_is_what_help_prints() throws Exception {
        var expected = reference();
        Files.writeString(Path.of("target/commands.md"), expected);
        assertThat(Files.readString(REFERENCE))
                .as("%s; copy target/commands.md over it", REFERENCE)
                .isEqualTo(expected);
    }

    @Test
    void every_command_and_option_in_the_documents_exists() throws Exception {
        var unknown = new ArrayList<String>();
        for (var document : documents()) {
            CODE.matcher(Files.readString(document))
                    .results()
                    .map(MatchResult::group)
                    .flatMap(code -> COMMAND.matcher(code).results())
                    .map(command -> command.group(1))
                    .filter(command -> !exists(command))
                    .forEach(command -> unknown.add(document + ": lamin " + command));
        }
        assertThat(unknown).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (var pages = Files.walk(ROOT.resolve("docs"));
                var top = Files.list(ROOT)) {
            return Stream.concat(pages, top)
                    .filter(file -> file.toString().endsWith(".md") && !file.endsWith("CHANGELOG.md"))
                    .toList();
        }
    }

    /** What follows two hyphens is another program's. */
    private static boolean exists(String line) {
        var command = line.split(" -- |\\$\\(", 2)[0];
        var words = command.strip().split("[\\s,;]+", -1);
        var found = commandLine();
        int i = 0;
        while (i < words.length && found.getSubcommands().containsKey(words[i])) {
            found = found.getSubcommands().get(words[i]);
            i++;
        }
        boolean isWhole = i == words.length || found.getSubcommands().isEmpty() || !words[i].matches("[a-z]+");
        var spec = found.getCommandSpec();
        return isWhole
                && OPTION.matcher(" " + command).results().allMatch(option -> spec.findOption(option.group(1)) != null);
    }

    private static String reference() throws IOException {
        var page = new StringBuilder(introduction());
        addHelp(page, commandLine());
        return page.toString();
    }

    /** What people wrote in front of what the commands print. */
    private static String introduction() throws IOException {
        var page = Files.readString(REFERENCE);
        int end = page.indexOf(BEGINNING);
        return end < 0 ? page : page.substring(0, end);
    }

    private static void addHelp(StringBuilder page, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        page.append(spec.parent() == null ? "" : "\n")
                .append("## ")
                .append(spec.qualifiedName())
                .append("\n\n```text\n")
                .append(command.getUsageMessage(Ansi.OFF).replace(System.lineSeparator(), "\n"))
                .append("```\n");
        command.getSubcommands().values().stream()
                .distinct()
                .filter(below -> !below.getCommandName().equals("help"))
                .forEach(below -> addHelp(page, below));
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Main(Session.ofProcess()));
    }
}
