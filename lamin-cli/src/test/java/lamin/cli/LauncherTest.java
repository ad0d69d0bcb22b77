package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Refusals of the launcher of the source tree, in a clone that was never built. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a shell script")
class LauncherTest {
    @TempDir
    Path folder;

    private Path clone;
    private Program lamin;

    @BeforeEach
    void cloneLauncher() throws IOException {
        clone = SourceTree.copyLauncherTo(folder.toRealPath().resolve("lamin4j"));
        lamin = Program.of(clone.resolve("lamin")).with("JAVA_HOME", System.getProperty("java.home"));
    }

    @Test
    void a_clone_that_cannot_be_written_is_refused_in_one_line() throws Exception {
        Files.createFile(clone.resolve("target")); // as root too, no folder can be made there
        var result = lamin.run("info");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("lamin: cannot build in " + clone + "/target, which is not writable;"
                        + " make the clone writable, or clone to another folder\n");
    }

    @Test
    void a_java_that_is_named_but_does_not_exist_is_refused_in_one_line() throws Exception {
        var result = lamin.with("LAMIN_JAVA_HOME", "/nonexistent").run("info");
        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.err())
                .isEqualTo("lamin: LAMIN_JAVA_HOME=/nonexistent has no bin/java;"
                        + " set it to the home of a JDK 21 or newer, or unset it\n");
        assertThat(clone.resolve("target")).doesNotExist();
    }

    @Test
    void a_java_that_is_named_but_too_old_is_refused_in_one_line() throws Exception {
        var old = java("17.0.15", "java", "javac");
        assertThat(lamin.with("LAMIN_JAVA_HOME", old).run("info").err())
                .startsWith("lamin: LAMIN_JAVA_HOME=" + old + " is Java 17; ")
                .hasLineCount(1);
    }

    @Test
    void a_java_that_is_named_but_has_no_compiler_is_refused_in_one_line() throws Exception {
        var runtime = java("25", "java");
        assertThat(lamin.with("LAMIN_JAVA_HOME", runtime).run("info").err())
                .startsWith("lamin: LAMIN_JAVA_HOME=" + runtime + " has no bin/javac; ")
                .hasLineCount(1);
    }

    /** The home of a Java that says it has a version, with programs that are never run. */
    private String java(String version, String... programs) throws IOException {
        var home = folder.resolve("java");
        var bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (var program : programs) {
            assertThat(Files.createFile(bin.resolve(program)).toFile().setExecutable(true))
                    .isTrue();
        }
        return home.toString();
    }
}
