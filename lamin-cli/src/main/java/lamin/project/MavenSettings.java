package lamin.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is not in Maven's {@code settings.xml}: whether the network may be used, and the local repository when the command
 * line names another one than the settings do.
 */
public record MavenSettings(Network network, @Nullable Path localRepository) {
    /** Whether an artifact that is not in the local repository may be fetched. */
    public enum Network {
        OFFLINE,
        ALLOWED
    }

    private static final Pattern LOCAL_REPOSITORY =
            Pattern.compile("-Dmaven\\.repo\\.local=(?:\"([^\"]+)\"|'([^']+)'|(\\S+))");

    /** As {@code mvn} would find it, from the system properties and from {@code MAVEN_ARGS} and {@code MAVEN_OPTS}. */
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
