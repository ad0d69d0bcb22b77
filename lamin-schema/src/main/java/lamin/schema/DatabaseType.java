package lamin.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The type of a property's column in the SQL of each database, where it does not follow from Java's:
 *
 * <pre>{@code
 * @DatabaseType(postgresql = "citext", sqlite = "text")
 * private String email;
 * }</pre>
 *
 * How values are read and written is left to JPA; an extension that a type needs is created by {@code op.execute}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface DatabaseType {
    String postgresql();

    String sqlite();
}
