package lamin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.maven.ProjectGuide.Command;
import lamin.maven.ProjectGuide.Edit;
import org.junit.jupiter.api.Test;

/**
 * The table in the guide to Spring Boot that shows what a person has to do with each tool, counted in files: those of the guide, and
 * those in {@code src/test/peers}: see {@link Peer}.
 */
class BesideOthersTest {
    private static final Path PAGE = Path.of("../docs/guide/spring-boot.md");

    /** What a person does until a service runs. */
    private record Effort(int files, int lines, int commands) {
        String row() {
            return (files + commands) + " | " + files + " | " + lines + " | " + commands;
        }
    }

    @Test
    void the_table_of_the_guide_is_what_the_files_say() throws IOException {
        assertThat(Files.readAllLines(PAGE)).containsSubsequence(rows());
    }

    private static List<String> rows() throws IOException {
        var guide = ProjectGuide.of(PAGE);
        return List.of(
                row("first start", "Lamin4j", ofGuide(guide, "The first start")),
                row("", "Flyway", of(Peer.FLYWAY, 1)),
                row("", "liquibase-hibernate", of(Peer.LIQUIBASE, 1)),
                row("second migration", "Lamin4j", ofGuide(guide, "The second migration")),
                row("", "Flyway", of(Peer.FLYWAY, 2)),
                row("", "liquibase-hibernate", of(Peer.LIQUIBASE, 2)));
    }

    private static String row(String what, String tool, Effort effort) {
        return "| " + (what.isEmpty() ? "" : what + " ") + "| " + tool + " | " + effort.row() + " |";
    }

    private static Effort ofGuide(ProjectGuide guide, String section) throws IOException {
        var edited = new LinkedHashMap<String, List<String>>();
        int commands = 0;
        for (var part : guide.parts()) {
            switch (part) {
                case Edit edit -> {
                    boolean isEntity =
                            edit.file().endsWith(".java") && !edit.file().endsWith("package-info.java");
                    if (edit.section().equals(section) && !isEntity) {
                        edited.put(edit.file(), lines(edit.text()));
                    }
                }
                case Command command -> commands += command.section().equals(section) ? 1 : 0;
            }
        }
        int lines = 0;
        for (var file : edited.entrySet()) {
            lines += changes(read(Peer.SERVICE.resolve(file.getKey())), file.getValue());
        }
        return new Effort(edited.size(), lines, commands);
    }

    private static Effort of(Peer peer, int step) throws IOException {
        var edited = peer.edited(step);
        int lines = 0;
        for (var name : edited) {
            var before = peer.before(step, name);
            lines += changes(
                    before.isPresent() ? read(before.get()) : List.of(),
                    read(peer.folder(step).resolve(name)));
        }
        return new Effort(edited.size(), lines, peer.commands(step).size());
    }

    private static List<String> read(Path file) throws IOException {
        return Files.exists(file) ? lines(Files.readString(file)) : List.of();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Lines that are in one of the two and not in the other. */
    private static int changes(Collection<String> before, Collection<String> after) {
        return Stream.of(occurrences(before, after), occurrences(after, before))
                .mapToInt(counts -> counts.values().stream()
                        .mapToInt(count -> Math.max(count, 0))
                        .sum())
                .sum();
    }

    private static Map<String, Integer> occurrences(Collection<String> more, Collection<String> less) {
        var counts = new LinkedHashMap<String, Integer>();
        more.forEach(line -> counts.merge(line, 1, Integer::sum));
        less.forEach(line -> counts.merge(line, -1, Integer::sum));
        return counts;
    }
}
