package lamin.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this build has fetched: a Maven with another local repository need not fetch it again. */
public final class FetchedArtifacts {
    private FetchedArtifacts() {}

    /** Writes a {@code settings.xml} that names them as a repository. */
    public static void writeSettings(Path folder) throws IOException {
        var fetched = Path.of(System.getProperty("maven.repo.user")).toUri();
        var repository =
                "<%s><id>fetched</id><url>" + fetched + "</url><snapshots><enabled>false</enabled></snapshots></%s>";
        Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><profiles><profile><id>fetched</id><repositories>"
                        + repository.formatted("repository", "repository")
                        + "</repositories><pluginRepositories>"
                        + repository.formatted("pluginRepository", "pluginRepository")
                        + "</pluginRepositories></profile></profiles>"
                        + "<activeProfiles><activeProfile>fetched</activeProfile></activeProfiles></settings>");
    }
}
