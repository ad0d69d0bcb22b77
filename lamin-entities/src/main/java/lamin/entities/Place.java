package lamin.entities;

import java.util.function.UnaryOperator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;

/**
 * The location of a property.
 *
 * @param type the class that has the field: the entity's own or an embeddable's
 * @param path the prefix of the property's name, such as {@code address.}; empty in the entity itself
 */
record Place(PersistentClass entity, Class<?> type, String path) {
    static Place of(PersistentClass entity) {
        return new Place(entity, entity.getMappedClass(), "");
    }

    Place in(String embedded, Class<?> embeddable) {
        return new Place(entity, embeddable, path + embedded + ".");
    }

    /**
     * The property in the form of {@link lamin.schema.model.Column#property}. If an entity contains one embeddable
     * twice, the columns have explicit names, and the path distinguishes the properties.
     */
    String property(String name, Column column, UnaryOperator<String> convention) {
        var conventional = convention.apply(name);
        return column.getName().equals(conventional)
                ? conventional
                : Convention.column(path.replace('.', '_')) + conventional;
    }
}
