package lamin.project;

import java.util.Optional;
import java.util.regex.Pattern;

/** The coordinates of a released artifact: {@code group:artifact:version}. */
public record MavenCoordinates(String groupId, String artifactId, String version) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.+-]+");

    /** Parses {@code group:artifact:version}; empty for any other text, such as a path. */
    public static Optional<MavenCoordinates> parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        if (!isName(parts[0]) || !isName(parts[1]) || !PART.matcher(parts[2]).matches()) {
            return Optional.empty();
        }
        return Optional.of(new MavenCoordinates(parts[0], parts[1], parts[2]));
    }

    /** One letter before a colon is a Windows drive. */
    private static boolean isName(String part) {
        return part.length() > 1 && PART.matcher(part).matches();
    }

    /** {@code group:artifact}, without the version. */
    public String artifact() {
        return groupId + ":" + artifactId;
    }

    boolean sameArtifact(MavenCoordinates other) {
        return groupId.equals(other.groupId) && artifactId.equals(other.artifactId);
    }

    @Override
    public String toString() {
        return groupId + ":" + artifactId + ":" + version;
    }
}
