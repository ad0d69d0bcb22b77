package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The libraries know no command line: what can be done about a failure is a {@link lamin.schema.Remedy}, which the
 * command line puts into commands. Looked at are all texts in the class files.
 */
class CommandWordsTest {
    /** Edges, which speak to people who have the command: the command itself, the log of a module's build and that of a service. */
    private static final Pattern EDGE = Pattern.compile("lamin\\.(cli|project|testing|spring)\\b.*");

    /** It runs pg_dump and psql, whose options are called like some of ours. */
    private static final String OF_OTHER_PROGRAMS = "lamin.rehearsal.PostgresPrograms";

    private static final int STRING = 8;
    private static final Pattern COMMAND =
            command(new CommandLine(new Main(Cli.in(Path.of("")).session())));

    @Test
    void no_text_of_the_libraries_names_a_command_or_an_option() {
        var libraries = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("lamin").stream()
                        .filter(type -> !EDGE.matcher(type.getName()).matches())
                        .filter(type -> !type.getName().startsWith(OF_OTHER_PROGRAMS))
                        .toList();

        assertThat(libraries)
                .extracting(JavaClass::getPackageName)
                .contains("lamin", "lamin.schema.deploy", "lamin.authoring");
        assertThat(libraries.stream().flatMap(CommandWordsTest::findings)).isEmpty();
    }

    @Test
    void a_command_and_an_option_are_found_wherever_a_class_has_them() {
        var spoken = new ClassFileImporter().importClass(Spoken.class);

        assertThat(findings(spoken).map(finding -> finding.substring(finding.indexOf(':') + 2)))
                .containsExactlyInAnyOrder(
                        "first: lamin migrate deploy",
                        "--allow-drop",
                        "\u0001 is gone; allow it with --allow-drop \u0001",
                        "choose another one with --name");
    }

    /** Texts that speak the command line, and others. */
    @SuppressWarnings("unused")
    private static final class Spoken {
        static final String CONSTANT = "first: lamin migrate deploy";
        static final List<String> OPTIONS = List.of("--allow-drop", "--no-owner", "lamin");

        static String concatenated(String table, String column) {
            return table + " is gone; allow it with --allow-drop " + column;
        }

        static String chosen(boolean isTaken) {
            return isTaken ? "choose another one with --name" : "the lamindb migrates -- deploy";
        }
    }

    /** Every command of the tree, and every long option. */
    private static Pattern command(CommandLine root) {
        var words = new TreeSet<String>();
        add(root.getCommandSpec(), words);
        return Pattern.compile(
                "(?<![\\w-])(" + words.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?![\\w-])");
    }

    private static void add(CommandSpec spec, Set<String> words) {
        spec.optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .forEach(words::add);
        spec.subcommands().forEach((name, command) -> {
            words.add(spec.name() + " " + name);
            add(command.getCommandSpec(), words);
        });
    }

    private static Stream<String> findings(JavaClass type) {
        return texts(type).filter(text -> COMMAND.matcher(text).find()).map(text -> type.getName() + ": " + text);
    }

    /** The strings of the constant pool, among them the recipes of concatenations. */
    private static Stream<String> texts(JavaClass type) {
        try (var input = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            var reader = new ClassReader(input.readAllBytes());
            var buffer = new char[reader.getMaxStringLength()];
            return IntStream.range(1, reader.getItemCount())
                    .filter(item -> reader.getItem(item) > 0 && reader.readByte(reader.getItem(item) - 1) == STRING)
                    .mapToObj(item -> String.valueOf(reader.readConst(item, buffer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
