package lamin.project;

import eu.maveniverse.maven.mima.extensions.mmr.ModelResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.VersionScheme;

/** The effective model of a module's pom, queried for the data needed to compile and run the module. */
record PomModel(ModelResponse response) {
    private static final int OLDEST_RELEASE = 21;

    MavenCoordinates coordinates() {
        var model = model();
        return new MavenCoordinates(model.getGroupId(), model.getArtifactId(), model.getVersion());
    }

    /** The Java release of the sources, at least the one that Lamin4j itself needs. */
    int release() {
        return Stream.of(
                        compilerSetting("release"),
                        model().getProperties().getProperty("maven.compiler.release", ""),
                        model().getProperties().getProperty("maven.compiler.source", ""))
                .filter(release -> release.matches("\\d{1,3}"))
                .findFirst()
                .map(Integer::parseInt)
                .filter(release -> release >= OLDEST_RELEASE)
                .orElse(OLDEST_RELEASE);
    }

    /** Whether the pom asks for annotation processors, which do not run otherwise. */
    boolean annotationProcessing() {
        return compilerSetting("proc").equals("full")
                || model().getProperties()
                        .getProperty("maven.compiler.proc", "")
                        .equals("full");
    }

    /** The pom and its parents that are in folders and may change. */
    List<Path> inputs(Path pom) {
        return Stream.concat(
                        Stream.of(pom),
                        response.getLineage().stream()
                                .map(response::getLineageModel)
                                .filter(Objects::nonNull)
                                .map(Model::getPomFile)
                                .filter(Objects::nonNull)
                                .map(file -> file.toPath().toAbsolutePath().normalize()))
                .distinct()
                .toList();
    }

    /**
     * A module runs with the classes of the distribution: it may have been written for older ones, but not for newer
     * ones.
     */
    void requireNotNewerThan(Distribution distribution) {
        for (var dependency : model().getDependencies()) {
            var wanted = new MavenCoordinates(
                    dependency.getGroupId(),
                    dependency.getArtifactId(),
                    Objects.requireNonNullElse(dependency.getVersion(), "0"));
            distribution
                    .find(wanted)
                    .filter(Distribution.Carried::isOwn)
                    .filter(carried ->
                            isNewer(wanted.version(), carried.coordinates().version()))
                    .ifPresent(carried -> {
                        throw new LaminException(
                                ErrorCode.INCOMPATIBLE,
                                coordinates() + " needs " + wanted + ", but this is Lamin4j with "
                                        + carried.coordinates().version()
                                        + ": install Lamin4j " + wanted.version());
                    });
        }
    }

    private static boolean isNewer(String one, String other) {
        VersionScheme versions = new GenericVersionScheme();
        try {
            return versions.parseVersion(one).compareTo(versions.parseVersion(other)) > 0;
        } catch (InvalidVersionSpecificationException e) {
            throw new AssertionError("every text is a version in the generic scheme", e);
        }
    }

    private String compilerSetting(String name) {
        var build = model().getBuild();
        if (build == null) {
            return "";
        }
        return build.getPlugins().stream()
                .filter(plugin -> plugin.getArtifactId().equals("maven-compiler-plugin"))
                .map(Plugin::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(configuration -> ((Xpp3Dom) configuration).getChild(name))
                .filter(Objects::nonNull)
                .map(setting -> Objects.requireNonNullElse(setting.getValue(), ""))
                .findFirst()
                .orElse("");
    }

    private Model model() {
        return response.getEffectiveModel();
    }
}
