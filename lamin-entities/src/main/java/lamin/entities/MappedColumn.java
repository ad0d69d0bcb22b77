package lamin.entities;

import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column and the property that it maps.
 *
 * @param path the Java path of the property, such as {@code address.street}, which a {@code columnList} may use
 * @param property its name by convention, see {@link lamin.schema.model.Column#property}
 * @param formerProperty the same for the property's earlier name, if the author states one
 */
record MappedColumn(
        Column column,
        String path,
        String property,
        @Nullable String formerProperty,
        @Nullable Attribute attribute) {
    MappedColumn(Column column, String property, @Nullable String formerProperty) {
        this(column, property, property, formerProperty, null);
    }
}
