package lamin.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The position of a {@link Migration} in its module's chain. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {
    /** Twelve hex digits. */
    String id();

    /** The parents: none for the first migration, several for a merge. */
    String[] down() default {};

    /** The release that introduced the migration, such as {@code v1.0.0}; {@code vX.X.X} before its release. */
    String release() default "vX.X.X";

    /** Revisions of other modules that must be applied first. */
    String[] dependsOn() default {};

    /** Revisions that this one replaces. */
    String[] replaces() default {};

    /** The checksum of the operations, set at release. */
    String checksum() default "";

    /** False only for the one operation that PostgreSQL refuses inside a transaction. */
    boolean transactional() default true;

    /** Names of the Django migrations that a database has after this one, such as {@code lamindb.0193_squashed}. */
    String[] django() default {};

    /** The version of Hibernate with which the entities were read, such as {@code 7.4.1.Final}. */
    String hibernate() default "";
}
