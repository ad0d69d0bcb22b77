package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private Example example = new Example(Path.of(""));

    @BeforeEach
    void copyExample(@TempDir Path folder) throws IOException {
        example = Example.in(folder);
        cli = example.cli();
    }

    @Test
    void lines_of_every_kind_compile_and_deploy_on_both_databases() throws IOException {
        try (var postgres = TestPostgres.create()) {
            entities("before");
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
                entities(state);
                succeeds("migrate", "generate");
                var block = cli.run("migrate", "check");
                assertThat(block.exitCode()).as(block.err()).isEqualTo(3);
                printed.addAll(methods(block.outLines()));
                paste(block.outLines());

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
        paste(List.of(
                "----- add to " + openScript().getFileName() + ", upgrade -----",
                "op.insertInto(\"lamin1_treatment\").value(\"uid\", \"t\").value(\"name\", \"heat\").valueNow(\"created_at\");",
                "op.update(\"lamin1_treatment\").value(\"name\", \"cold\").where(\"name = 'warm'\");",
                "op.execute(sql().sqlite(\"select 1\").postgresql(\"select 2\"));",
                "-----"));
        var block = cli.run("migrate", "check");
        assertThat(block.out()).contains(", downgrade -----");
        paste(block.outLines());
        succeeds("migrate", "check");
    }

    @Test
    void imports_that_an_editor_removed_are_printed_too() throws IOException {
        example.addFieldToExperiment();
        succeeds("migrate", "generate");
        var script = openScript();
        Files.writeString(script, Files.readString(script).replaceAll("import static .*\n", ""));

        var block = cli.run("migrate", "check");

        assertThat(block.outLines())
                .startsWith(
                        "----- add to " + script.getFileName() + ", imports -----",
                        "import static lamin.schema.model.ColumnTypes.string;",
                        "----- add to " + script.getFileName() + ", upgrade -----");
        paste(block.outLines());
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

    /** The names of all that comes of entities. */
    private static Set<String> detected() {
        return Arrays.stream(Operations.class.getMethods())
                .filter(method -> method.getDeclaringClass() == Operations.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName())
                .filter(name -> !ONLY_BY_HAND.contains(name))
                .collect(Collectors.toSet());
    }

    /** The newest script without a release. */
    private Path openScript() throws IOException {
        try (var files = Files.list(example.scripts())) {
            return files.filter(file -> file.toString().endsWith("_vx_x_x.java"))
                    .max(Comparator.comparingLong(PastedOperationsTest::lastModified))
                    .orElseThrow();
        }
    }

    private static long lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a person does who reads the headings, and then answers what is to be done. */
    private void paste(List<String> block) throws IOException {
        var script = openScript();
        var text = Files.readString(script);
        for (var part : parts(block)) {
            text = part.into(text);
        }
        Files.writeString(script, text.replaceAll("\"TODO: [^\"]*\"", "\"'?'\""));
    }

    private static List<Part> parts(List<String> block) {
        var parts = new ArrayList<Part>();
        var lines = new ArrayList<String>();
        var place = "";
        for (var line : block) {
            if (line.startsWith("-----")) {
                parts.add(new Part(place, String.join("\n", lines)));
                lines.clear();
                place = Stream.of("imports", "upgrade", "downgrade")
                        .filter(name -> line.endsWith(" " + name + " -----"))
                        .findFirst()
                        .orElse("");
            } else {
                lines.add(line);
            }
        }
        return parts;
    }

    private record Part(String place, String lines) {
        String into(String script) {
            return switch (place) {
                case "" -> script;
                case "imports" -> script.replaceFirst("import ", quoted(lines + "\nimport "));
                default ->
                    script.replaceFirst(
                            "(void " + place + "\\(Operations op\\) \\{)", "$1" + quoted("\n" + lines + "\n"));
            };
        }

        private static String quoted(String text) {
            return Matcher.quoteReplacement(text);
        }
    }

    /** Entities of a shop, before and after. */
    private void entities(String state) throws IOException {
        boolean isAfter = state.equals("after");
        entity(
                "Vendor",
                "",
                isAfter
                        ? "@Column(length = 30, nullable = false, comment = \"as on the invoice\") String name;"
                        : "@Column(length = 20) String name;");
        Files.deleteIfExists(source(isAfter ? "Kit" : "Panel"));
        Files.deleteIfExists(source(isAfter ? "Spare" : "Rack"));
        Files.deleteIfExists(source(isAfter ? "Dog" : "Doge"));
        if (isAfter) {
            entity("Panel", "@lamin.schema.RenamedFrom(\"Kit\")", "@Column(length = 9) String lot; Boolean sealed;");
            entity(
                    "Rack",
                    "@Table(comment = \"in the cold room\")",
                    "double depth; java.time.Instant seen; java.util.UUID tag; byte[] photo; java.math.BigDecimal price;");
            entity("Doge", "@Table(name = \"lamin1_dog\")", "@Column(name = \"bark\") Integer woof;");
            entity("Probe", """
                    @Table(comment = "one tube", indexes = {@Index(name = "probe_code_ix", columnList = "code"),
                            @Index(columnList = "note")},
                        uniqueConstraints = {@UniqueConstraint(name = "probe_label_key", columnNames = "title"),
                            @UniqueConstraint(columnNames = "note")},
                        check = @CheckConstraint(name = "probe_size", constraint = "size > 1"))""", """
                    @Column(length = 20, nullable = false) String code;
                    @lamin.schema.RenamedFrom("label") @Column(length = 10) String title;
                    @org.hibernate.annotations.ColumnDefault("5") Long size;
                    @Column(length = 80) String note;
                    @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE)
                    @ManyToOne Vendor vendor;
                    @ManyToOne Panel panel;
                    @ElementCollection @Column(nullable = false) java.util.Set<String> aliases;""");
        } else {
            entity("Kit", "", "@Column(length = 9) String lot;");
            entity("Spare", "", "int count;");
            entity("Dog", "", "Integer bark;");
            entity("Probe", """
                    @Table(indexes = {@Index(name = "probe_code", columnList = "code"), @Index(columnList = "size")},
                        uniqueConstraints = @UniqueConstraint(name = "probe_label", columnNames = "label"),
                        check = @CheckConstraint(name = "probe_size", constraint = "size > 0"))""", """
                    @Column(length = 20, nullable = false) String code;
                    @Column(length = 10) String label;
                    Integer size;
                    @Column(length = 50) String remark;
                    @ManyToOne Vendor vendor;
                    @ElementCollection @Column(nullable = false) java.util.List<String> aliases;""");
        }
    }

    private Path source(String simpleName) {
        return example.scripts().resolve("../../" + simpleName + ".java").normalize();
    }

    private void entity(String name, String annotations, String fields) throws IOException {
        Files.writeString(source(name), """
                package lnschema_lamin1;

                import jakarta.persistence.*;

                @Entity
                %s
                public class %s {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                    %s
                }
                """.formatted(annotations, name, fields));
    }
}
