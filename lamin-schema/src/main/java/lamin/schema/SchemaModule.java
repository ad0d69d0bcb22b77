package lamin.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a package {@code lnschema_{name}} the root of a schema module. Placed in {@code package-info.java}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface SchemaModule {
    /** The released version, such as {@code 1.0.0}. */
    String version();

    /** The head: the last revision of the migration chain; empty before the first migration. */
    String migration() default "";

    /** The prefix of table names; the module's name if empty. */
    String tablePrefix() default "";
}
