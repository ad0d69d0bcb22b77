package lamin.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service with a Hibernate of its own, from {@code src/test/resources/hibernates}: the command line writes and deploys its
 * migration, then the service validates the tables with that Hibernate, and saves, reads, changes and deletes rows.
 */
class ProjectHibernateTest {
    private static final String OWN = version("own");
    private static final String OF_BOOT_3_5 = version("6.6");
    private static final String OF_BOOT_4_0 = version("7.2");
    private static final String OF_BOOT_4_1 = version("7.4");

    private Path project = Path.of("");
    private Cli cli = Cli.in(Path.of(""));

    private static String version(String name) {
        return requireNonNull(System.getProperty("hibernate." + name), "set by the pom");
    }

    static Stream<Arguments> everywhere() {
        return Stream.of(OF_BOOT_3_5, OF_BOOT_4_0, OF_BOOT_4_1, OWN)
                .flatMap(version -> Stream.of(Kind.values()).map(kind -> Arguments.of(version, kind)));
    }

    /** With the local repository of this build, into which its pom has put the versions of Hibernate. */
    @BeforeEach
    void enter(@TempDir Path folder) throws IOException {
        var root = folder.toRealPath();
        project = root.resolve("shop");
        var repository = requireNonNull(System.getProperty("maven.repo.user"), "set by the pom");
        cli = new Cli(root, sources(), Map.of("MAVEN_OPTS", "-Dmaven.repo.local=\"" + repository + "\""));
    }

    private Path sources() {
        return project.resolve("src/main/java/com/example/shop");
    }

    private void makeProject(String version) {
        var sources = Path.of("src/test/resources/hibernates/shop");
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = project.resolve(sources.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        use(version);
    }

    private void use(String version) {
        write("pom.xml", read("pom.xml").replaceFirst("<hibernate.version>[^<]*", "<hibernate.version>" + version));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void a_service_works_on_the_tables_that_its_own_hibernate_describes(String version, Kind kind) {
        makeProject(version);

        var created = cli.run("migrate", "create");
        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(script()).contains("hibernate = \"" + version + "\"");
        assertThat(cli.run("migrate", "check").out()).isEqualTo("in sync\n");

        try (var database = kind.create()) {
            var deployed = cli.run("migrate", "deploy", "--jdbc", database.jdbcUrl());
            assertThat(deployed.exitCode()).as(deployed.err()).isZero();
            assertThat(run("com.example.shop.Trial", database.jdbcUrl())).isEqualTo("Hibernate " + version + "\n");
        }
    }

    private String script() {
        return read("src/main/java/com/example/shop/migrations/versions/" + scriptName() + ".java");
    }

    private String scriptName() {
        try (var files = Files.list(sources().resolve("migrations/versions"))) {
            return files.findFirst().orElseThrow().getFileName().toString().replace(".java", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program of the project, in a JVM of its own. */
    private String run(String program, String argument) {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            String.join(File.pathSeparator, classPath()),
                            program,
                            argument)
                    .redirectError(project.resolve("err.txt").toFile())
                    .start();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(read("err.txt")).isZero();
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its classes, its libraries as the command line has resolved them, and the drivers of this test. */
    private List<String> classPath() {
        var path = new ArrayList<String>();
        path.add(classes().toString());
        read("target/lamin/pom.txt")
                .lines()
                .filter(line -> line.startsWith("entities "))
                .forEach(line -> path.add(line.substring("entities ".length())));
        if (path.size() == 1) {
            path.add(System.getProperty("java.class.path"));
        }
        Stream.of("org.sqlite.JDBC", "org.postgresql.Driver", "org.slf4j.Logger")
                .forEach(driver -> path.add(jar(driver)));
        return path;
    }

    private Path classes() {
        try (var folders = Files.list(project.resolve("target/lamin"))) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(folder.resolve("com/example/shop/migrations")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jar(String className) {
        try {
            return Path.of(Class.forName(className)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void code_that_only_the_projects_hibernate_compiles_is_compiled_with_it() {
        makeProject(OF_BOOT_3_5);
        write("src/main/java/com/example/shop/Letter.java", """
                package com.example.shop;

                import jakarta.persistence.*;
                import org.hibernate.annotations.Where;

                @Entity
                @Where(clause = "sent")
                public class Letter {
                    @Id private Long id;
                    private boolean sent;
                }
                """);

        var created = cli.run("migrate", "create");

        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(script()).contains("op.createTable(\"letter\")");
    }

    @Test
    void the_difference_that_another_hibernate_makes_is_called_that() {
        makeProject(OF_BOOT_4_0);
        assertThat(cli.run("migrate", "create").exitCode()).isZero();
        assertThat(script()).contains("op.createTable(\"product_colours\")");
        use(OF_BOOT_4_1);
        var warning = "the entities were read with Hibernate " + OF_BOOT_4_1 + ", but " + scriptName()
                + " was written with " + OF_BOOT_4_0;

        var check = cli.run("migrate", "check");
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.out()).contains("// " + warning, "op.addColumn(\"product_colours\", \"deleted\", bool())");

        assertThat(cli.run("migrate", "create").err()).contains("warning: " + warning);
    }

    @Test
    void an_upgrade_that_changes_no_table_is_not_mentioned() {
        makeProject(OF_BOOT_3_5);
        assertThat(cli.run("migrate", "create").exitCode()).isZero();
        use(OF_BOOT_4_0);

        var check = cli.run("migrate", "check");

        assertThat(check.out()).as(check.err()).isEqualTo("in sync\n");
        assertThat(check.err()).doesNotContain("Hibernate");
    }

    @Test
    void a_library_that_the_entities_lack_is_named() {
        makeProject(OF_BOOT_4_0);
        write(
                "pom.xml",
                read("pom.xml")
                        .replace("<scope>runtime</scope>", "<scope>runtime</scope>" + """
                      <exclusions>
                        <exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion>
                      </exclusions>
                """)
                        .replaceFirst("(?s)<artifactId>hibernate-core</artifactId>\\s*<version>[^<]*</version>", """
                <artifactId>hibernate-core</artifactId>
                      <version>\\${hibernate.version}</version>
                      <exclusions>
                        <exclusion><groupId>org.hibernate.models</groupId><artifactId>*</artifactId></exclusion>
                      </exclusions>
                """));

        var created = cli.run("migrate", "create");

        assertThat(created.exitCode()).isEqualTo(6);
        assertThat(created.err())
                .contains("the entities cannot be read with the project's Hibernate " + OF_BOOT_4_0)
                .contains("org/hibernate/models")
                .contains("expected: Hibernate 6.6 to 7.4");
    }

    private String read(String file) {
        try {
            return Files.readString(project.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(project.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
