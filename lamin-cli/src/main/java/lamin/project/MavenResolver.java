package lamin.project;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import eu.maveniverse.maven.mima.extensions.mmr.MavenModelReader;
import eu.maveniverse.maven.mima.extensions.mmr.ModelRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lamin.project.MavenSettings.Network;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencySelector;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.graph.selector.AndDependencySelector;
import org.eclipse.aether.util.graph.selector.ExclusionDependencySelector;
import org.jspecify.annotations.Nullable;

/**
 * Maven's own resolver, with the user's settings and local repository. It first works offline, then once with the
 * network if that is allowed. Artifacts of the distribution are never resolved.
 */
public final class MavenResolver implements AutoCloseable {
    private static final Set<String> COMPILE_SCOPES = Set.of("compile", "provided");
    private static final Set<String> RUNTIME_SCOPES = Set.of("compile", "runtime");

    private final Context offline;
    private final Network network;
    private final Distribution distribution;

    private MavenResolver(Context offline, Network network, Distribution distribution) {
        this.offline = offline;
        this.network = network;
        this.distribution = distribution;
    }

    public static MavenResolver open(MavenSettings settings, Distribution distribution) {
        var overrides = ContextOverrides.create().withUserSettings(true).offline(true);
        if (settings.localRepository() != null) {
            overrides.withLocalRepositoryOverride(settings.localRepository());
        }
        var offline = Runtimes.INSTANCE.getRuntime().create(overrides.build());
        return new MavenResolver(offline, settings.network(), distribution);
    }

    /**
     * The jars of an artifact and of its runtime dependencies that are not part of the distribution; the artifact
     * itself comes first.
     */
    public List<Path> resolve(MavenCoordinates coordinates) {
        var artifact =
                new DefaultArtifact(coordinates.groupId(), coordinates.artifactId(), "jar", coordinates.version());
        return attempt(
                coordinates.toString(),
                maven -> files(
                        maven,
                        new CollectRequest(new Dependency(artifact, "runtime"), maven.remoteRepositories()),
                        RUNTIME_SCOPES));
    }

    /** The effective pom of a module, with parents and properties applied, and the jars that it requires. */
    ResolvedPom read(ModuleProject project) {
        return attempt(project.pom().toString(), maven -> {
            var response = new MavenModelReader(maven)
                    .readModel(ModelRequest.builder().setPomFile(project.pom()).build());
            var model = new PomModel(response);
            model.requireNotNewerThan(distribution);
            var descriptor = response.toArtifactDescriptorResult(response.getEffectiveModel());
            return new ResolvedPom(
                    model.coordinates(),
                    model.release(),
                    model.annotationProcessing(),
                    files(maven, dependencies(maven, descriptor, COMPILE_SCOPES), COMPILE_SCOPES),
                    files(maven, dependencies(maven, descriptor, RUNTIME_SCOPES), RUNTIME_SCOPES),
                    entityPath(maven, descriptor),
                    model.inputs(project.pom()));
        });
    }

    /** The project's own libraries, if its Hibernate is not the distribution's. */
    private List<Path> entityPath(Context maven, ArtifactDescriptorResult pom) throws RepositoryException {
        var hibernate = new ProjectDependencies(maven, pom, distribution);
        return hibernate.usesOtherHibernate() ? hibernate.files() : List.of();
    }

    /** Installs the distribution's own artifacts where a module's own {@code mvn} finds them, unless they exist. */
    void installOwnArtifacts() {
        new LocalArtifacts(offline, distribution).install();
    }

    @Override
    public void close() {
        offline.close();
    }

    private CollectRequest dependencies(Context maven, ArtifactDescriptorResult pom, Set<String> scopes) {
        return new CollectRequest()
                .setRootArtifact(pom.getArtifact())
                .setRepositories(maven.remoteRepositories())
                .setManagedDependencies(pom.getManagedDependencies())
                .setDependencies(pom.getDependencies().stream()
                        .filter(dependency -> scopes.contains(dependency.getScope()))
                        .filter(dependency -> !isCarried(dependency.getArtifact()))
                        .toList());
    }

    private static List<Path> filesOf(Context maven, DefaultRepositorySystemSession session, DependencyRequest request)
            throws RepositoryException {
        return maven.repositorySystem().resolveDependencies(session, request).getArtifactResults().stream()
                .map(result -> result.getArtifact().getFile().toPath())
                .toList();
    }

    private List<Path> files(Context maven, CollectRequest request, Set<String> scopes) throws RepositoryException {
        var session = new DefaultRepositorySystemSession(maven.repositorySystemSession());
        session.setDependencySelector(
                AndDependencySelector.newInstance(session.getDependencySelector(), withoutCarried()));
        return filesOf(maven, session, new DependencyRequest(request, (node, parents) -> {
            var dependency = node.getDependency();
            return dependency == null || scopes.contains(dependency.getScope());
        }));
    }

    private DependencySelector withoutCarried() {
        return new ExclusionDependencySelector(distribution.artifacts().stream()
                .map(Distribution.Carried::coordinates)
                .map(carried -> new Exclusion(carried.groupId(), carried.artifactId(), "*", "*"))
                .toList());
    }

    private boolean isCarried(Artifact artifact) {
        return distribution
                .find(new MavenCoordinates(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion()))
                .isPresent();
    }

    private interface Attempt<T> {
        T with(Context maven) throws RepositoryException;
    }

    private <T> T attempt(String what, Attempt<T> attempt) {
        try {
            return attempt.with(offline);
        } catch (RepositoryException e) {
            return switch (network) {
                case OFFLINE -> throw unresolved(what, e);
                case ALLOWED -> attemptOnline(what, attempt);
            };
        }
    }

    private <T> T attemptOnline(String what, Attempt<T> attempt) {
        try (var online = offline.customize(
                offline.contextOverrides().toBuilder().offline(false).build())) {
            return attempt.with(online);
        } catch (RepositoryException e) {
            throw unresolved(what, e);
        }
    }

    private LaminException unresolved(String what, RepositoryException cause) {
        var remedies = network == Network.OFFLINE
                ? List.of(new Advice("download the missing artifacts: mvn dependency:resolve"))
                : List.<Advice>of();
        return new LaminException(ErrorCode.FAILURE, what + ": " + explanation(cause), remedies, cause);
    }

    /** The innermost message that names the artifact, or the innermost of all if a pom is at fault. */
    private static @Nullable String explanation(Throwable cause) {
        if (cause instanceof ArtifactResolutionException || cause.getCause() == null) {
            return cause.getMessage();
        }
        return explanation(cause.getCause());
    }
}
