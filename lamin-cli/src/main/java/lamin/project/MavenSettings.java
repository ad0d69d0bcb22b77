package lamin.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings outside Maven's {@code settings.xml}: whether the network may be used, and the local repository if the
 * command line overrides the one in the settings.
 */
public record MavenSettings(Network network, @Nullable Path localRepository) {
    /** Whether an artifact that is not in the local repository may be downloaded. */
    public enum Network {
        OFFLINE,
        ALLOWED
    }

    private static final Pattern LOCAL_REPOSITORY =
            Pattern.compile("-Dmaven\\.repo\\.local=(?:\"([^\"]+)\"|'([^']+)'|(\\S+))");

    /** As in {@code mvn}: from the system properties and from {@code MAVEN_ARGS} and {@code MAVEN_OPTS}. */
    public static MavenSettings from(Network network, Map<String, String> environment) {
        var property = System.getProperty("maven.repo.local");
        if (property != null) {
            return new MavenSettings(network, Path.of(property));
        }
        var options = environment.getOrDefault("MAVEN_ARGS", "") + " " + environment.getOrDefault("MAVEN_OPTS", "");
        return new MavenSettings(network, localRepositoryIn(options));
    }

    private static @Nullable Path localRepositoryIn(String options) {
        var match = LOCAL_REPOSITORY.matcher(options);
        if (!match.find()) {
            return null;
        }
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                return Path.of(match.group(group));
            }
        }
        return null;
    }
}
