package lamin.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a package and those below it a schema module: their entities and the migrations of their tables. Placed in
 * {@code package-info.java}. A module of LaminDB has a package {@code lnschema_{name}} and needs no more than a version; an
 * ordinary JPA project names its tables as it always did:
 *
 * <pre>{@code
 * @SchemaModule(version = "1.0.0", naming = Naming.SPRING)
 * package com.example.shop.orders;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface SchemaModule {
    /** Stands for the module's name in {@link #tablePrefix}. */
    String NAME = "{name}";

    /** The released version, such as {@code 1.0.0}. */
    String version();

    /** The head: the last revision of the migration chain; empty before the first migration. */
    String migration() default "";

    /** The module's name; if empty, the last part of the package's name without {@code lnschema_}. */
    String name() default "";

    /** How tables and columns are named. Modules whose entities reference each other have the same. */
    Naming naming() default Naming.LAMIN;

    /** The prefix of table names with {@link Naming#LAMIN}; may be empty. */
    String tablePrefix() default NAME;

    /** The class of an {@code ImplicitNamingStrategy} of Hibernate that is used instead of that of {@link #naming}. */
    String implicitNamingStrategy() default "";

    /** The class of a {@code PhysicalNamingStrategy} of Hibernate that is used instead of that of {@link #naming}. */
    String physicalNamingStrategy() default "";
}
