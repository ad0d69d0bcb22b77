package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as {@code mvn package} makes it, started as users start it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "lamin.cmd starts it there")
class DistributionIT {
    private static final Path DISTRIBUTION = Path.of(System.getProperty("lamin.distribution"));

    /** Printed by the help command, which starts a JVM; the help option does not. */
    private static final String HELP = "A data framework for biology";

    @TempDir
    Path folder;

    @Test
    void it_starts_from_a_link_in_a_folder_with_spaces() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("my lamin"), DISTRIBUTION.resolve("bin/lamin"));
        var result = Program.of(link).run("help");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith(HELP);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void it_starts_from_a_copy_in_a_folder_with_spaces() throws Exception {
        var result = Program.of(copy().resolve("bin/lamin4j")).run("help");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith(HELP);
    }

    @Test
    void a_cache_that_does_not_fit_is_not_used() throws Exception {
        var app = copy();
        Files.writeString(app.resolve("lib/.build-id"), "another");
        var result = Program.of(app.resolve("bin/lamin"))
                .with("LAMIN_JAVA_OPTS", "-XX:+PrintFlagsFinal")
                .run("help");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains(HELP).doesNotContain(".aot");
    }

    @Test
    void a_broken_cache_does_no_harm() throws Exception {
        var app = copy();
        try (var caches = Files.newDirectoryStream(Files.createDirectories(app.resolve("cache")), "*.aot")) {
            for (var cache : caches) {
                Files.writeString(cache, "broken");
            }
        }
        var result = Program.of(app.resolve("bin/lamin")).run("help");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith(HELP);
    }

    @Test
    void without_its_unpacked_library_sqlite_brings_its_own() throws Exception {
        var app = copy();
        try (var files = Files.walk(app.resolve("cache"))) {
            for (var library : files.filter(file -> file.toString().endsWith("sqlitejdbc.so"))
                    .toList()) {
                Files.delete(library);
            }
        }
        var storage = folder.resolve("storage").toString();
        var result = Program.of(app.resolve("bin/lamin"))
                .with("LAMIN_SETTINGS_DIR", folder.toString())
                .run("init", "--storage", storage);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    @Test
    void without_a_java_that_is_new_enough_the_exit_code_is_6() throws Exception {
        var app = copy();
        var script = app.resolve("lib/java.sh");
        Files.writeString(script, Files.readString(script).replace("java_min=21", "java_min=999"));
        var result = Program.of(app.resolve("bin/lamin")).run("help");
        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("lamin: needs a JDK 999 or newer").hasLineCount(2);
    }

    @Test
    void a_java_that_is_named_but_is_none_is_not_replaced_by_another() throws Exception {
        var nowhere = folder.resolve("nowhere").toString();
        var result = Program.of(DISTRIBUTION.resolve("bin/lamin"))
                .with("LAMIN_JAVA_HOME", nowhere)
                .run("help");
        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo("lamin: LAMIN_JAVA_HOME=" + nowhere
                        + " has no bin/java; set it to the home of a JDK 21 or newer, or unset it\n");
    }

    @Test
    void a_java_that_is_named_but_too_old_is_not_replaced_by_another() throws Exception {
        var old = Files.createDirectory(folder.resolve("jdk-17"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        var java = Files.createDirectory(old.resolve("bin")).resolve("java");
        assertThat(Files.createFile(java).toFile().setExecutable(true)).isTrue();
        var result = Program.of(DISTRIBUTION.resolve("bin/lamin"))
                .with("LAMIN_JAVA_HOME", old.toString())
                .run("help");
        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.err())
                .contains("LAMIN_JAVA_HOME=" + old + " is Java 17;")
                .hasLineCount(1);
    }

    @Test
    void an_instance_is_made_and_used_in_an_empty_home_without_a_terminal() throws Exception {
        var home = Files.createDirectory(folder.resolve("home"));
        var lamin = Program.of(DISTRIBUTION.resolve("bin/lamin")).with("HOME", home.toString());
        var storage = folder.resolve("test-schema").toString();

        var init = lamin.run("init", "--storage", storage, "--schema", "bionty");
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.out()).startsWith("initialised anonymous/test-schema with core, bionty");

        var info = lamin.run("info", "--json");
        assertThat(info.out()).contains("\"instance\" : \"anonymous/test-schema\"");
        assertThat(info.err()).isEmpty();

        var shell = lamin.run("shell", "-c", "instance.registry(ULabel.class).count()");
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).isEqualTo("0\n");

        var delete = lamin.run("delete", "test-schema");
        assertThat(delete.exitCode()).as(delete.err()).isZero();
        assertThat(folder.resolve("test-schema")).doesNotExist();
    }

    @Test
    void what_only_tests_of_modules_use_is_beside_what_runs() throws IOException {
        try (var files = Files.list(DISTRIBUTION.resolve("testing"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("-\\d.*", "")))
                    .containsExactlyInAnyOrder("lamin-testing", "lamin-test-databases");
        }
        try (var files = Files.list(DISTRIBUTION.resolve("lib"))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("lamin-test"));
        }
    }

    private Path copy() throws IOException {
        var target = folder.resolve("a copy");
        try (var files = Files.walk(DISTRIBUTION)) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        target.resolve(DISTRIBUTION.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return target;
    }
}
