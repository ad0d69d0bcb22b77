package lamin.project;

import eu.maveniverse.maven.mima.context.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lamin.project.Distribution.Carried;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.installation.InstallRequest;
import org.eclipse.aether.installation.InstallationException;
import org.eclipse.aether.repository.LocalArtifactRequest;

/**
 * The distribution's own jars, and the poms in them, in the user's local repository: a module project is built with
 * {@code mvn} too, and finds them there. The parent pom is carried beside the jars.
 */
record LocalArtifacts(Context maven, Distribution distribution) {
    private static final String PARENT = "lamin4j";

    void install() {
        var own = distribution.own();
        if (own.stream().allMatch(carried -> carried.file().toString().endsWith(".jar"))
                && own.stream().anyMatch(this::isMissing)) {
            install(own);
        }
    }

    private boolean isMissing(Carried carried) {
        var session = maven.repositorySystemSession();
        var found = session.getLocalRepositoryManager()
                .find(session, new LocalArtifactRequest(artifact(carried.coordinates(), "jar"), List.of(), ""));
        return found.getFile() == null;
    }

    private void install(List<Carried> own) {
        Path poms = null;
        try {
            poms = Files.createTempDirectory("lamin4j-poms");
            var request = new InstallRequest().setArtifacts(artifacts(own, poms));
            maven.repositorySystem().install(maven.repositorySystemSession(), request);
        } catch (IOException | InstallationException e) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "cannot install Lamin4j's artifacts in the local repository: " + e.getMessage(),
                    e);
        } finally {
            if (poms != null) {
                CacheFiles.delete(poms);
            }
        }
    }

    private static List<Artifact> artifacts(List<Carried> own, Path poms) throws IOException {
        var artifacts = new ArrayList<Artifact>();
        for (var carried : own) {
            var coordinates = carried.coordinates();
            artifacts.add(artifact(coordinates, "jar").setFile(carried.file().toFile()));
            var pom = Files.writeString(poms.resolve(coordinates.artifactId() + ".pom"), carried.pom());
            artifacts.add(artifact(coordinates, "pom").setFile(pom.toFile()));
            addParent(artifacts, carried);
        }
        return artifacts;
    }

    private static void addParent(List<Artifact> artifacts, Carried carried) {
        var version = carried.coordinates().version();
        var pom = carried.file().resolveSibling(PARENT + "-" + version + ".pom");
        var parent = artifact(new MavenCoordinates(Distribution.GROUP, PARENT, version), "pom")
                .setFile(pom.toFile());
        if (Files.exists(pom) && !artifacts.contains(parent)) {
            artifacts.add(parent);
        }
    }

    private static Artifact artifact(MavenCoordinates coordinates, String extension) {
        return new DefaultArtifact(coordinates.groupId(), coordinates.artifactId(), extension, coordinates.version());
    }
}
