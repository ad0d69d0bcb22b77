package lamin.mappings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.project.Distribution;
import lamin.project.MavenCoordinates;
import lamin.project.MavenResolver;
import lamin.project.MavenSettings;
import lamin.project.MavenSettings.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every mapping feature with each version of Hibernate: our migration makes the tables, Hibernate validates them, and a row is
 * inserted, read, updated and deleted. The page of the reference is written here.
 */
class MappingsTest {
    private static final Path PAGE = Path.of("../docs/reference/mappings.md");
    private static final String BEGINNING = "<!-- written by MappingsTest -->\n";
    private static final List<String> VERSIONS = List.of("6.6", "7.2", "7.4");
    private static final String SHOWN = VERSIONS.getLast();
    private static final String REMOVED = "Until6";
    private static final String ADDED = "Since7";

    private static final List<String> GROUPS =
            List.of("Keys", "Basics", "Times", "Embeddables", "Elements", "Associations", "Inheritances", "Others");

    @Test
    void every_mapping_does_what_the_page_says(@TempDir Path folder) throws IOException {
        DriverManager.getDrivers(); // by the class loader that has them
        var results = new LinkedHashMap<String, Map<String, Result>>();
        for (var version : VERSIONS) {
            results.put(version, results(version, folder));
        }

        assertThat(results.entrySet().stream().flatMap(MappingsTest::mistakes)).isEmpty();
        var expected = introduction() + new MappingPage(results).text();
        Files.writeString(Path.of("target/mappings.md"), expected);
        assertThat(Files.readString(PAGE))
                .as("%s; copy lamin-cli/target/mappings.md over it", PAGE)
                .isEqualTo(expected);
    }

    private static Map<String, Result> results(String name, Path folder) throws IOException {
        var version = requireNonNull(System.getProperty("hibernate." + name), "set by the pom");
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        try (var loader = HibernateLoader.open(version, jars(version), folder.resolve(version))) {
            thread.setContextClassLoader(loader); // in which Hibernate looks for its services too
            return new VersionRun(loader.trials(groups(version)), trial -> isShown(trial, name)).run();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static List<String> groups(String version) {
        return Stream.concat(GROUPS.stream(), Stream.of(version.startsWith("6.") ? REMOVED : ADDED))
                .map(group -> "mappings." + group)
                .toList();
    }

    private static boolean isShown(Trial trial, String version) {
        return version.equals(SHOWN) || trial.group().equals("Removed in Hibernate 7");
    }

    private static Stream<String> mistakes(Map.Entry<String, Map<String, Result>> version) {
        return version.getValue().values().stream()
                .map(Result::mistake)
                .flatMap(Optional::stream)
                .map(mistake -> version.getKey() + ", " + mistake);
    }

    /** What people wrote in front of the tables. */
    private static String introduction() throws IOException {
        var page = Files.readString(PAGE);
        return page.substring(0, page.indexOf(BEGINNING) + BEGINNING.length());
    }

    private static List<Path> jars(String version) {
        var repository = requireNonNull(System.getProperty("maven.repo.user"), "set by the pom");
        var settings = new MavenSettings(Network.OFFLINE, Path.of(repository));
        try (var maven = MavenResolver.open(settings, new Distribution(List.of()))) {
            return maven.resolve(new MavenCoordinates("org.hibernate.orm", "hibernate-community-dialects", version));
        }
    }
}
