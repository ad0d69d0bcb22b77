package lamin.schema.module;

import java.util.List;

/**
 * What a {@code @Revision} says of a migration.
 *
 * @param className the binary name of the migration's class
 */
public record RevisionInfo(
        String id,
        List<String> down,
        String release,
        List<String> dependsOn,
        List<String> replaces,
        String checksum,
        boolean transactional,
        List<String> django,
        String className) {
    public RevisionInfo {
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        replaces = List.copyOf(replaces);
        django = List.copyOf(django);
    }

    /** The same with other parents. */
    public RevisionInfo withDown(List<String> parents) {
        return new RevisionInfo(id, parents, release, dependsOn, replaces, checksum, transactional, django, className);
    }

    /** The name of the migration's class without its package. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** Whether a release brought it, so that it must not change any more. */
    public boolean isReleased() {
        return !release.equals("vX.X.X");
    }
}
