package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Java with an instance open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellTest {
    private Cli cli = Cli.in(Path.of(""));

    @BeforeAll
    void init(@TempDir Path folder) throws IOException {
        cli = Cli.in(folder.toRealPath());
        cli.run("init", "--storage", "lab", "--schema", "bionty");
    }

    @Test
    void values_of_expressions_are_printed() {
        var result = cli.run("shell", "-c", "int two = 2; two + 1; instance.slug()");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("3\nanonymous/lab\n");
    }

    @Test
    void the_schema_is_a_text_to_read() {
        var result = cli.run("shell", "-c", "instance.schema().view().withModule(\"bionty\")");
        assertThat(result.outLines().getFirst()).startsWith("bionty ");
    }

    @Test
    void registries_and_the_api_are_imported() {
        var result = cli.runWithInput("""
                // input that comes through a pipe
                var labels = instance.registry(ULabel.class);
                ULabel label = labels.save(
                    new ULabel("shell"));
                labels.filter("name", "shell").list().size()
                List<Class<?>> known = List.of(CellType.class, Artifact.class, Collection.class, Record.class);
                known.getLast().getPackageName()
                lamin.current().settings().isPresent()
                """, "shell");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("1\n\"lnschema_core\"\ntrue\n");
    }

    @Test
    void the_first_snippet_that_fails_is_the_last() {
        fails("cannot find symbol", "foo(); 1 + 1");
        fails("IllegalStateException: hm", "throw new IllegalStateException(\"hm\"); 1 + 1");
        fails("a snippet failed: int x =", "int x =");
    }

    @Test
    void a_refusal_of_the_library_comes_with_what_can_be_done() {
        var result = cli.run("shell", "-c", "lamin.init(InitOptions.storage(\"other\").name(\"lab\"))");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("LaminException: anonymous/lab is the name of an instance")
                .endsWith("choose another name for the instance\n");
    }

    private void fails(String message, String code) {
        var result = cli.run("shell", "-c", code);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(message).hasLineCount(2);
        assertThat(result.out()).isEmpty();
    }
}
