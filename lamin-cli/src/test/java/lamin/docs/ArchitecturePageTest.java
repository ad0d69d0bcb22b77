package lamin.docs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of the architecture names the Maven modules, packages and types that exist, all of them and no others. */
class ArchitecturePageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/architecture.md");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /** {@code | `package` | what it is | `Type`, `Type` |} */
    private static final Pattern ROW =
            Pattern.compile("^\\| `((?:lamin|lnschema_)[a-z_.]*)` \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);

    private static final Pattern PARAGRAPH = Pattern.compile("^\\*\\*(l[a-z0-9-]+)\\*\\* ", Pattern.MULTILINE);
    private static final Pattern QUALIFIED = Pattern.compile("`((?:lamin|lnschema_)[a-z_.]*)\\.([A-Z]\\w*)`");
    private static final Pattern SIMPLE = Pattern.compile("`([A-Z][a-z]\\w*)`");
    private static final Pattern ARROW =
            Pattern.compile("^ +(\\w+)(?:\\[([\\w-]+)])? (-->|-\\.->) (\\w+)(?:\\[([\\w-]+)])?$", Pattern.MULTILINE);

    private static String page = "";
    private static List<String> modules = List.of();

    /** The types of each package, by the package's name. */
    private static final Map<String, Set<String>> PACKAGES = new TreeMap<>();

    private static final Set<String> TESTS = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
        modules = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();
        for (var module : modules) {
            var sources = ROOT.resolve(module).resolve("src/main/java");
            packages(sources)
                    .forEach((name, types) -> assertThat(PACKAGES.put(name, types))
                            .as("package %s of %s, which another Maven module has too", name, sources)
                            .isNull());
            packages(ROOT.resolve(module).resolve("src/test/java")).values().forEach(TESTS::addAll);
        }
    }

    private static Map<String, Set<String>> packages(Path sources) throws IOException {
        var packages = new TreeMap<String, Set<String>>();
        if (!Files.exists(sources)) {
            return packages;
        }
        try (var files = Files.walk(sources)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var folder = sources.relativize(Objects.requireNonNull(file.getParent()));
                var name = file.getFileName().toString().replace(".java", "");
                packages.computeIfAbsent(folder.toString().replace('/', '.'), any -> new TreeSet<>())
                        .add(name);
            }
        }
        return packages;
    }

    @Test
    void each_package_has_one_row_in_the_table_and_each_row_is_a_package() {
        assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
                .as("column 'package' of the table in %s", PAGE)
                .containsExactlyInAnyOrderElementsOf(PACKAGES.keySet());
    }

    @Test
    void each_type_to_start_at_is_in_its_package() {
        var wrong = new ArrayList<String>();
        ROW.matcher(page).results().forEach(row -> {
            var types = Stream.of(row.group(2).split(", ", -1)).toList();
            types.stream()
                    .filter(type -> !has(row.group(1), type.replace("`", "")))
                    .forEach(type -> wrong.add(row.group(1) + ": " + type));
        });
        assertThat(wrong).as("column 'start at' of the table in %s", PAGE).isEmpty();
    }

    @Test
    void each_type_that_the_page_names_exists() {
        var unknown = new ArrayList<String>();
        QUALIFIED
                .matcher(page)
                .results()
                .filter(type -> !has(type.group(1), type.group(2)))
                .map(MatchResult::group)
                .forEach(unknown::add);
        SIMPLE.matcher(page)
                .results()
                .filter(type -> !TESTS.contains(type.group(1)))
                .filter(type -> PACKAGES.keySet().stream().noneMatch(name -> has(name, type.group(1))))
                .map(MatchResult::group)
                .forEach(unknown::add);
        assertThat(unknown).as("types named in %s", PAGE).isEmpty();
    }

    private static boolean has(String packageName, String type) {
        return PACKAGES.getOrDefault(packageName, Set.of()).contains(type);
    }

    @Test
    void each_maven_module_has_a_paragraph() {
        assertThat(PARAGRAPH.matcher(page).results().map(paragraph -> paragraph.group(1)))
                .as("paragraphs of %s that begin with the name of a Maven module", PAGE)
                .containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void the_diagram_shows_what_depends_on_what() throws IOException {
        var drawn = new TreeSet<String>();
        var names = new TreeMap<String, String>();
        var arrows = ARROW.matcher(page).results().toList();
        for (var arrow : arrows) {
            names.merge(arrow.group(1), Objects.requireNonNullElse(arrow.group(2), ""), String::concat);
            names.merge(arrow.group(4), Objects.requireNonNullElse(arrow.group(5), ""), String::concat);
        }
        for (var arrow : arrows) {
            drawn.add(name(arrow.group(1), names) + " " + arrow.group(3) + " " + name(arrow.group(4), names));
        }
        assertThat(drawn)
                .as("arrows of %s: compile and runtime scope -->, provided scope -.->", PAGE)
                .isEqualTo(dependencies());
    }

    private static String name(String id, Map<String, String> names) {
        var label = names.getOrDefault(id, "");
        return label.isEmpty() ? id : label;
    }

    /** Without those that are there by way of another module. */
    private static Set<String> dependencies() throws IOException {
        var direct = new TreeMap<String, Set<String>>();
        var provided = new TreeSet<String>();
        for (var module : modules) {
            for (var dependency : new Pom(ROOT.resolve(module).resolve("pom.xml")).dependencies()) {
                switch (dependency.scope()) {
                    case "compile", "runtime" ->
                        direct.computeIfAbsent(module, any -> new TreeSet<>()).add(dependency.artifact());
                    case "provided" -> provided.add(module + " -.-> " + dependency.artifact());
                    default -> {}
                }
            }
        }
        var arrows = direct.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(target -> entry.getValue().stream()
                                .noneMatch(other -> !other.equals(target) && reaches(other, target, direct)))
                        .map(target -> entry.getKey() + " --> " + target))
                .collect(toCollection(TreeSet::new));
        arrows.addAll(provided);
        return arrows;
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> direct) {
        return from.equals(to)
                || direct.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, to, direct));
    }

    /** What a pom says of its dependencies on other modules of this project; parents' poms are not code. */
    private record Pom(Path file) {
        private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
        private static final Pattern SCOPE = Pattern.compile("<scope>(\\w+)</scope>");
        private static final Pattern OWN =
                Pattern.compile("<groupId>io\\.github\\.lamin4j</groupId>\\s*<artifactId>([\\w-]+)</artifactId>");

        record Dependency(String artifact, String scope) {}

        List<Dependency> dependencies() throws IOException {
            return DEPENDENCY
                    .matcher(Files.readString(file)
                            .replaceAll("(?s)<dependencyManagement>.*</dependencyManagement>", ""))
                    .results()
                    .map(dependency -> dependency.group(1))
                    .filter(dependency -> !dependency.contains("<type>pom</type>"))
                    .flatMap(dependency -> OWN.matcher(dependency)
                            .results()
                            .map(own -> new Dependency(own.group(1), scope(dependency))))
                    .toList();
        }

        private static String scope(String dependency) {
            var scope = SCOPE.matcher(dependency);
            return scope.find() ? scope.group(1) : "compile";
        }
    }
}
