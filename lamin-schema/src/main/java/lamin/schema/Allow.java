package lamin.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a {@link Migration}: one lint rule that it may break, and the reason. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Allow.All.class)
public @interface Allow {
    /** The code of the rule, such as {@code L206}. */
    String rule();

    /** Why breaking the rule is right here; never blank. */
    String reason();

    /** Container for repeated {@link Allow} annotations. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        Allow[] value();
    }
}
