package lamin.ontology.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.ontology.Synonym;
import lamin.ontology.Term;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** Files of terms for tests, written and read. */
final class TermFiles {
    private TermFiles() {}

    static Path write(Path folder, byte[] content) {
        try {
            return Files.write(folder.resolve("terms"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path folder, String content) {
        return write(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    static List<Term> read(Path file) {
        try (var terms = new TermFile(file).open().stream()) {
            return terms.toList();
        }
    }

    static List<Term> read(Path folder, String content) {
        return read(write(folder, content));
    }

    static void assertFails(Path folder, String content, String message) {
        assertFails(write(folder, content), message);
    }

    static void assertFails(Path file, String message) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(LaminException.class, e -> {
                    if (e.code() != ErrorCode.FAILURE) {
                        throw new AssertionError(e);
                    }
                })
                .hasMessageStartingWith("cannot read " + file + ": ")
                .hasMessageContaining(message);
    }

    static Synonym exact(String text) {
        return new Synonym(text, Synonym.Scope.EXACT);
    }

    static Synonym scoped(String text, Synonym.Scope scope) {
        return new Synonym(text, scope);
    }
}
