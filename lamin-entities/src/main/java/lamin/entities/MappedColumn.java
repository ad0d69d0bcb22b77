package lamin.entities;

import java.lang.reflect.Field;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column and the property that it came from.
 *
 * @param path the property as Java names it, as {@code address.street}; a {@code columnList} may say that
 * @param property the name that the convention gives it, see {@link lamin.schema.model.Column#property}
 * @param formerProperty the same, of what the property was called before, where the author says so
 */
record MappedColumn(
        Column column,
        String path,
        String property,
        @Nullable String formerProperty,
        @Nullable Field field) {
    MappedColumn(Column column, String property, @Nullable String formerProperty) {
        this(column, property, property, formerProperty, null);
    }
}
