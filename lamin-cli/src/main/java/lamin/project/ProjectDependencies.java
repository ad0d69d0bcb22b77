package lamin.project;

import eu.maveniverse.maven.mima.context.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.graph.selector.AndDependencySelector;
import org.eclipse.aether.util.graph.selector.ExclusionDependencySelector;

/** All libraries of a project, also those that the distribution has in another version; without Lamin4j itself. */
record ProjectDependencies(Context maven, ArtifactDescriptorResult pom, Distribution distribution) {
    private static final Set<String> SCOPES = Set.of("compile", "provided", "runtime");
    private static final MavenCoordinates HIBERNATE = new MavenCoordinates("org.hibernate.orm", "hibernate-core", "");

    /** Whether the project has Hibernate, and in another version than the distribution. */
    boolean usesOtherHibernate() throws RepositoryException {
        var carried =
                distribution.find(HIBERNATE).map(found -> found.coordinates().version());
        var declared = declaredHibernate();
        if (declared.isPresent() && declared.equals(carried)) {
            return false;
        }
        var found = hibernateIn(collected());
        return found.isPresent() && !found.equals(carried);
    }

    List<Path> files() throws RepositoryException {
        var request = new DependencyRequest(request(), (node, parents) -> {
            var dependency = node.getDependency();
            return dependency == null || SCOPES.contains(dependency.getScope());
        });
        return maven
                .repositorySystem()
                .resolveDependencies(without(distribution.own().stream()), request)
                .getArtifactResults()
                .stream()
                .map(result -> result.getArtifact().getFile().toPath())
                .toList();
    }

    /** The version that the pom or its parents name. */
    private Optional<String> declaredHibernate() {
        return Stream.of(pom.getDependencies(), pom.getManagedDependencies())
                .flatMap(List::stream)
                .map(Dependency::getArtifact)
                .filter(ProjectDependencies::isHibernate)
                .map(Artifact::getVersion)
                .findFirst();
    }

    /** As far as Hibernate; other libraries of the distribution may be in no repository. */
    private DependencyNode collected() throws RepositoryException {
        var others = distribution.artifacts().stream()
                .filter(carried -> !carried.coordinates().sameArtifact(HIBERNATE));
        return maven.repositorySystem()
                .collectDependencies(without(others), request())
                .getRoot();
    }

    private static Optional<String> hibernateIn(DependencyNode node) {
        var artifact = node.getArtifact();
        return artifact != null && isHibernate(artifact)
                ? Optional.of(artifact.getVersion())
                : node.getChildren().stream()
                        .map(ProjectDependencies::hibernateIn)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static boolean isHibernate(Artifact artifact) {
        return artifact.getGroupId().equals(HIBERNATE.groupId())
                && artifact.getArtifactId().equals(HIBERNATE.artifactId());
    }

    private DefaultRepositorySystemSession without(Stream<Distribution.Carried> artifacts) {
        var exclusions = artifacts
                .map(Distribution.Carried::coordinates)
                .map(carried -> new Exclusion(carried.groupId(), carried.artifactId(), "*", "*"))
                .toList();
        var session = new DefaultRepositorySystemSession(maven.repositorySystemSession());
        session.setDependencySelector(AndDependencySelector.newInstance(
                session.getDependencySelector(), new ExclusionDependencySelector(exclusions)));
        return session;
    }

    private CollectRequest request() {
        return new CollectRequest()
                .setRootArtifact(pom.getArtifact())
                .setRepositories(maven.remoteRepositories())
                .setManagedDependencies(pom.getManagedDependencies())
                .setDependencies(pom.getDependencies().stream()
                        .filter(dependency ->
                                SCOPES.contains(Objects.requireNonNullElse(dependency.getScope(), "compile")))
                        .toList());
    }
}
