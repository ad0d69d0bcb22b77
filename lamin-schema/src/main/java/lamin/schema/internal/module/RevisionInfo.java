package lamin.schema.internal.module;

import java.util.List;

/**
 * The {@code @Revision} of a migration.
 *
 * @param className the binary name of the migration's class
 * @param allowed the lint rules that it may break
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
        String hibernate,
        String className,
        List<Allowance> allowed) {
    public RevisionInfo {
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        replaces = List.copyOf(replaces);
        django = List.copyOf(django);
        allowed = List.copyOf(allowed);
    }

    /** A migration that no Hibernate was used for, without allowances. */
    public RevisionInfo(
            String id,
            List<String> down,
            String release,
            List<String> dependsOn,
            List<String> replaces,
            String checksum,
            boolean transactional,
            List<String> django,
            String className) {
        this(id, down, release, dependsOn, replaces, checksum, transactional, django, "", className, List.of());
    }

    /** The same revision, allowed to break these lint rules. */
    public RevisionInfo allowing(List<Allowance> allowances) {
        return new RevisionInfo(
                id,
                down,
                release,
                dependsOn,
                replaces,
                checksum,
                transactional,
                django,
                hibernate,
                className,
                allowances);
    }

    /** The same revision with other parents. */
    public RevisionInfo withDown(List<String> parents) {
        return new RevisionInfo(
                id,
                parents,
                release,
                dependsOn,
                replaces,
                checksum,
                transactional,
                django,
                hibernate,
                className,
                allowed);
    }

    /** The name of the migration's class without its package. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** Whether it belongs to a release, so that it must not change any more. */
    public boolean isReleased() {
        return !release.equals("vX.X.X");
    }
}
