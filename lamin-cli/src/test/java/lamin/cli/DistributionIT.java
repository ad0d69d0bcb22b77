package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as {@code mvn package} makes it, started as users start it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "lamin.cmd starts it there")
class DistributionIT {
    private static final Path DISTRIBUTION = Path.of(System.getProperty("lamin.distribution"));

    @TempDir
    Path folder;

    private record Result(int exitCode, String out, String err) {}

    @Test
    void it_starts_from_a_link_in_a_folder_with_spaces() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("my lamin"), DISTRIBUTION.resolve("bin/lamin"));
        var result = run(link, Map.of(), "--version");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("lamin4j ");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void it_starts_from_a_copy_in_a_folder_with_spaces() throws Exception {
        var result = run(copy().resolve("bin/lamin4j"), Map.of(), "--version");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("lamin4j ");
    }

    @Test
    void a_cache_that_does_not_fit_is_not_used() throws Exception {
        var app = copy();
        Files.writeString(app.resolve("lib/.build-id"), "another");
        var result = run(app.resolve("bin/lamin"), Map.of("LAMIN_JAVA_OPTS", "-XX:+PrintFlagsFinal"), "--version");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("lamin4j ").doesNotContain(".aot");
    }

    @Test
    void a_broken_cache_does_no_harm() throws Exception {
        var app = copy();
        try (var caches = Files.newDirectoryStream(Files.createDirectories(app.resolve("cache")), "*.aot")) {
            for (var cache : caches) {
                Files.writeString(cache, "broken");
            }
        }
        var result = run(app.resolve("bin/lamin"), Map.of(), "--version");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("lamin4j ").hasLineCount(1);
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
        var environment = Map.of("LAMIN_SETTINGS_DIR", folder.toString());
        var storage = folder.resolve("storage").toString();
        var result = run(app.resolve("bin/lamin"), environment, "init", "--storage", storage);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    @Test
    void without_a_java_that_is_new_enough_the_exit_code_is_6() throws Exception {
        var app = copy();
        var script = app.resolve("lib/java.sh");
        Files.writeString(script, Files.readString(script).replace("java_min=21", "java_min=999"));
        var result = run(app.resolve("bin/lamin"), Map.of(), "--version");
        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("lamin: needs a JDK 999 or newer").hasLineCount(2);
    }

    @Test
    void an_instance_is_made_and_used_in_an_empty_home_without_a_terminal() throws Exception {
        var command = DISTRIBUTION.resolve("bin/lamin");
        var home = Files.createDirectory(folder.resolve("home"));
        var storage = folder.resolve("test-schema").toString();
        var surroundings = Map.of("HOME", home.toString());

        var init = run(command, surroundings, "init", "--storage", storage, "--schema", "bionty");
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.out()).startsWith("initialised anonymous/test-schema with core, bionty");

        var info = run(command, surroundings, "info", "--json");
        assertThat(info.out()).contains("\"instance\" : \"anonymous/test-schema\"");
        assertThat(info.err()).isEmpty();

        var shell = run(command, surroundings, "shell", "-c", "instance.registry(ULabel.class).count()");
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).isEqualTo("0\n");

        var delete = run(command, surroundings, "delete", "test-schema");
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

    private Result run(Path command, Map<String, String> environment, String... arguments) throws Exception {
        var line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        var exitCode = builder.start().waitFor();
        return new Result(exitCode, Files.readString(out), Files.readString(err));
    }
}
