package lamin.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEditsTest {
    @TempDir
    private Path project;

    private Path packageInfo;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        packageInfo = Files.writeString(project.resolve("package-info.java"), "head = none");
    }

    /** As {@code migrate create} makes them: a script of a name that no other process has, and a new head. */
    private FileEdits edits(int process) {
        return new FileEdits(List.of(
                new FileEdit.Create(project.resolve("V" + process + ".java"), "script"),
                FileEdit.change(packageInfo, text -> text.replace("none", "V" + process))));
    }

    @Test
    void of_edits_made_from_the_same_files_at_once_one_is_carried_out() throws Exception {
        var all = IntStream.range(0, 8).mapToObj(this::edits).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tasks = all.stream()
                    .<Callable<Boolean>>map(edits -> () -> isCarriedOut(edits))
                    .toList();
            int done = 0;
            for (var result : threads.invokeAll(tasks)) {
                done += result.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        try (var files = Files.list(project)) {
            var scripts = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .toList();
            assertThat(scripts).hasSize(1);
            assertThat(packageInfo).hasContent("head = " + scripts.getFirst().replace(".java", ""));
        }
    }

    private static boolean isCarriedOut(FileEdits edits) {
        try {
            edits.apply();
            return true;
        } catch (LaminException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.BUSY);
            return false;
        }
    }

    @Test
    void what_was_changed_meanwhile_is_not_overwritten() throws IOException {
        var edits = edits(1);
        Files.writeString(packageInfo, "head = none // by an editor");
        assertThatThrownBy(edits::apply)
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUSY))
                .hasMessageContaining("package-info.java was changed meanwhile");
        assertThat(packageInfo).hasContent("head = none // by an editor");
        assertThat(project.resolve("V1.java")).doesNotExist();
    }

    @Test
    void another_process_that_edits_the_project_is_waited_for() throws Exception {
        var lock = Files.createDirectories(project.resolve("target/lamin")).resolve("edits.lock");
        var holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock.toString(),
                        packageInfo.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var edits = edits(1);
        assertThat(holder.inputReader().readLine()).isEqualTo("locked");
        try (var threads = Executors.newSingleThreadExecutor()) {
            var done = threads.submit(() -> isCarriedOut(edits));
            holder.outputWriter().write("\n");
            holder.outputWriter().flush();
            assertThat(done.get())
                    .as("the other process had changed the head before it unlocked")
                    .isFalse();
        }
        assertThat(packageInfo).hasContent("head = other");
        holder.waitFor();
    }

    /** Locks, waits for a line, edits, and unlocks. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (var channel = FileChannel.open(
                            Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                System.out.println(lock.isValid() ? "locked" : "not locked");
                System.in.read();
                Files.writeString(Path.of(arguments[1]), "head = other");
            }
        }
    }
}
