package lamin.entities;

import java.util.function.UnaryOperator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;

/**
 * Where a property stands.
 *
 * @param type the class that has the field: the entity's own or an embeddable's
 * @param path what stands before the property's name, as {@code address.}; empty in the entity itself
 */
record Place(PersistentClass entity, Class<?> type, String path) {
    static Place of(PersistentClass entity) {
        return new Place(entity, entity.getMappedClass(), "");
    }

    Place in(String embedded, Class<?> embeddable) {
        return new Place(entity, embeddable, path + embedded + ".");
    }

    /**
     * The property as {@link lamin.schema.model.Column#property} has it. Where an entity contains one embeddable twice,
     * its columns have other names than by convention, and the path tells them apart.
     */
    String property(String name, Column column, UnaryOperator<String> convention) {
        var conventional = convention.apply(name);
        return column.getName().equals(conventional)
                ? conventional
                : Convention.column(path.replace('.', '_')) + conventional;
    }
}
