package lamin.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a package {@code lnschema_{name}} the root of a schema module. It belongs in {@code package-info.java}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface SchemaModule {
    /** The released version, as {@code 1.0.0}. */
    String version();

    /** The head: the revision that the chain of migrations ends with; empty before the first migration. */
    String migration() default "";

    /** What table names begin with; the module's name when empty. */
    String tablePrefix() default "";
}
