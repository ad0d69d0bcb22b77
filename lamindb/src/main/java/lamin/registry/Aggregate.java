package lamin.registry;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import java.util.Locale;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** A function of the values of a property. */
enum Aggregate {
    MIN,
    MAX,
    SUM,
    AVERAGE;

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type of the path is checked first
    Expression<?> of(HibernateCriteriaBuilder builder, Path<?> path) {
        var isNumeric = Number.class.isAssignableFrom(Numbers.boxed(path.getJavaType()));
        if (!isNumeric && (this == SUM || this == AVERAGE)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "expected a number for the " + name().toLowerCase(Locale.ROOT) + ", found a "
                            + path.getJavaType().getSimpleName());
        }
        return switch (this) {
            case MIN -> builder.least((Expression) path);
            case MAX -> builder.greatest((Expression) path);
            case SUM -> builder.sum((Expression) path);
            case AVERAGE -> builder.avg((Expression) path);
        };
    }
}
