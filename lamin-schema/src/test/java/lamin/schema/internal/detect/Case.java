package lamin.schema.internal.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case as its file has it. */
record Case(String id, Map<String, Object> entries) {
    private static final Set<String> ENTRIES = Set.of(
            "id",
            "src",
            "note",
            "before",
            "after",
            "answers",
            "expect",
            "unordered",
            "deps",
            "ask",
            "fail",
            "property",
            "lossy",
            "sqlite");

    /** All cases of the YAML files in a folder and those in it, by path, in the order in which they are written. */
    static List<Case> readFolder(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .flatMap(Case::readFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Case> readFile(Path file) {
        try {
            return Yaml.list(Yaml.read(Files.readString(file)).get("cases")).stream()
                    .map(Yaml::map)
                    .map(entries -> new Case(Yaml.text(entries.get("id")), entries))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** Says what of the case is not understood. */
    void requireKnownEntries() {
        for (var entry : entries.keySet()) {
            if (!ENTRIES.contains(entry)) {
                throw new IllegalArgumentException("unknown entry " + entry);
            }
        }
    }

    boolean isProperty() {
        return Yaml.isYes(entries.get("property"));
    }

    boolean isUnordered() {
        return Yaml.isYes(entries.get("unordered"));
    }

    CaseModel before() {
        return CaseModel.read(Yaml.map(entries.get("before")));
    }

    CaseModel after() {
        return CaseModel.read(Yaml.map(entries.get("after")));
    }

    boolean isAnswered() {
        return entries.get("answers") != null;
    }

    /** The same case at no terminal. */
    Case withoutAnswers() {
        var others = new LinkedHashMap<>(entries);
        others.remove("answers");
        return new Case(id, others);
    }

    Answers answers() {
        return Answers.read(entries.get("answers"));
    }

    Optional<String> failure() {
        return Optional.ofNullable(entries.get("fail")).map(Yaml::text);
    }

    /** The operations by module; absent for a case that fails. */
    Optional<Map<String, List<String>>> operations() {
        var expect = entries.get("expect");
        return expect == null ? Optional.empty() : Optional.of(byModule(Yaml.map(expect)));
    }

    private static Map<String, List<String>> byModule(Map<String, Object> expect) {
        var operations = new TreeMap<String, List<String>>();
        expect.forEach((module, migrations) -> {
            var all = Yaml.list(migrations);
            if (all.size() > 1) {
                throw new IllegalArgumentException("more than one migration of a module is expected: " + all);
            }
            all.forEach(migration -> operations.put(module, Yaml.texts(migration)));
        });
        return operations;
    }

    /** Whether lint is to say that data may go. */
    Optional<Boolean> isLossy() {
        return Optional.ofNullable(entries.get("lossy")).map(Yaml::isYes);
    }

    /** {@code rebuild} or {@code inplace}: what SQLite is to do. */
    Optional<String> sqlite() {
        return Optional.ofNullable(entries.get("sqlite")).map(Yaml::text);
    }

    Optional<Set<String>> dependencies() {
        return texts("deps").map(Set::copyOf);
    }

    Optional<List<String>> questions() {
        return texts("ask");
    }

    private Optional<List<String>> texts(String entry) {
        @Nullable Object value = entries.get(entry);
        return value == null ? Optional.empty() : Optional.of(Yaml.texts(value));
    }

    @Override
    public String toString() {
        return id;
    }
}
