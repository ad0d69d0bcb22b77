package lamin.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The place of a {@link Migration} in its module's chain. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {
    /** Twelve hex digits. */
    String id();

    /** The parents: none for the first migration, several for a merge. */
    String[] down() default {};

    /** The release that brought it, as {@code v1.0.0}; {@code vX.X.X} until then. */
    String release() default "vX.X.X";

    /** Revisions of other modules that must be applied before. */
    String[] dependsOn() default {};

    /** Revisions that this one stands for. */
    String[] replaces() default {};

    /** The checksum of the operations, set at release. */
    String checksum() default "";

    /** False for the one operation that PostgreSQL refuses inside a transaction. */
    boolean transactional() default true;

    /** Names of the Django migrations that a database has after this one, as {@code lamindb.0193_squashed}. */
    String[] django() default {};
}
