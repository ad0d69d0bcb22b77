package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lamin.schema.operation.Operations;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lamin migrate check} prints is pasted, as it is, into the script that {@code generate} wrote. */
class PastedOperationsTest {
    private static final Set<String> ONLY_BY_HAND =
            Set.of("execute", "run", "irreversible", "insertInto", "update", "deleteFrom");

    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");
    private ShopEntities shop = new ShopEntities(Path.of(""), "");

    @BeforeEach
    void copyExample(@TempDir Path folder) throws IOException {
        example = Example.in(folder);
        cli = example.cli();
        shop = new ShopEntities(example.entities(), "lamin1");
    }

    @Test
    void lines_of_every_kind_compile_and_deploy_on_both_databases() throws IOException {
        try (var postgres = TestPostgres.create()) {
            shop.write("before");
            succeeds("migrate", "create");
            init("lite");
            init("server", "--db", postgres.url());
            for (var instance : List.of("lite", "server")) {
                cli.sql(instance, "insert into lamin1_vendor (name) values ('ACME')");
                cli.sql(
                        instance,
                        "insert into lamin1_probe (code, label, vendor_id) select 'c1', 'red', id"
                                + " from lamin1_vendor");
            }
            var printed = new TreeSet<String>();
            for (var state : List.of("after", "before")) {
                shop.write(state);
                succeeds("migrate", "generate");
                var block = cli.run("migrate", "check");
                assertThat(block.exitCode()).as(block.err()).isEqualTo(3);
                printed.addAll(methods(block.outLines()));
                PastedBlock.of(block.outLines()).into(example.openScript());

                succeeds("migrate", "check");
                for (var instance : List.of("lite", "server")) {
                    succeeds("migrate", "deploy", "--instance", instance);
                    succeeds("migrate", "check", "--instance", instance);
                    assertThat(cli.sql(instance, "select count(*) from lamin1_probe where code = 'c1'"))
                            .isEqualTo(1);
                }
            }
            assertThat(printed).containsAll(detected());
        }
    }

    @Test
    void the_way_back_of_lines_by_hand_compiles_and_passes() throws IOException {
        succeeds("migrate", "generate");
        PastedBlock.of(List.of(
                        "----- add to " + example.openScript().getFileName() + ", upgrade -----",
                        "op.insertInto(\"lamin1_treatment\").value(\"uid\", \"t\").value(\"name\", \"heat\").valueNow(\"created_at\");",
                        "op.update(\"lamin1_treatment\").value(\"name\", \"cold\").where(\"name = 'warm'\");",
                        "op.execute(sql().sqlite(\"select 1\").postgresql(\"select 2\"));",
                        "-----"))
                .into(example.openScript());
        var block = cli.run("migrate", "check");
        assertThat(block.out()).contains(", downgrade -----");
        PastedBlock.of(block.outLines()).into(example.openScript());
        succeeds("migrate", "check");
    }

    @Test
    void imports_that_an_editor_removed_are_printed_too() throws IOException {
        example.addFieldToExperiment();
        succeeds("migrate", "generate");
        var script = example.openScript();
        Files.writeString(script, Files.readString(script).replaceAll("import static .*\n", ""));

        var block = cli.run("migrate", "check");

        assertThat(block.outLines())
                .startsWith(
                        "----- add to " + script.getFileName() + ", imports -----",
                        "import static lamin.schema.model.ColumnTypes.string;",
                        "----- add to " + script.getFileName() + ", upgrade -----");
        PastedBlock.of(block.outLines()).into(example.openScript());
        succeeds("migrate", "check");
    }

    private void succeeds(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private void init(String name, String... more) {
        var arguments = new ArrayList<>(List.of("init", "--storage", "../" + name, "--name", name));
        arguments.addAll(List.of(more));
        succeeds(arguments.toArray(String[]::new));
    }

    /** The names of the operations in live lines. */
    private static Set<String> methods(List<String> lines) {
        return lines.stream()
                .map(Pattern.compile("^op\\.(\\w+)\\(")::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
    }

    /** The names of all that comes of entities; sequences, which modules with LaminDB's names lack, are in OrdinaryProjectTest. */
    private static Set<String> detected() {
        return Arrays.stream(Operations.class.getMethods())
                .filter(method -> method.getDeclaringClass() == Operations.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName())
                .filter(name -> !ONLY_BY_HAND.contains(name) && !name.endsWith("Sequence"))
                .collect(Collectors.toSet());
    }
}
