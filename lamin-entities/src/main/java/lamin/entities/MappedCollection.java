package lamin.entities;

import java.lang.reflect.Field;
import java.util.Objects;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Map;
import org.hibernate.mapping.ToOne;
import org.jspecify.annotations.Nullable;

/** A collection of an entity, and the conventional names of its table's columns, now and before a rename. */
record MappedCollection(Place place, String property, Collection collection) {
    String source() {
        return owner().getName() + "." + property;
    }

    @Nullable
    Field field() {
        return Fields.find(place.type(), property);
    }

    /** The pseudo entity of the table: {@code CellType_synonyms}. */
    String entity() {
        return Convention.collection(owner().getSimpleName(), property);
    }

    @Nullable
    String formerEntity() {
        var formerOwner = Fields.former(owner());
        var formerProperty = formerProperty();
        return formerOwner == null && formerProperty == null
                ? null
                : Convention.collection(
                        Objects.requireNonNullElse(formerOwner, owner().getSimpleName()),
                        Objects.requireNonNullElse(formerProperty, property));
    }

    String keyColumn() {
        return Convention.referenceOfOwner(owner().getSimpleName(), isToOneself());
    }

    @Nullable
    String formerKeyColumn() {
        var former = Fields.former(owner());
        return former == null ? null : Convention.referenceOfOwner(former, isToOneself());
    }

    String indexColumn() {
        return collection instanceof Map ? Convention.mapKey(property) : Convention.order(property);
    }

    @Nullable
    String formerIndexColumn() {
        var former = formerProperty();
        return former == null ? null : collection instanceof Map ? Convention.mapKey(former) : Convention.order(former);
    }

    String elementColumn() {
        var target = target();
        return target == null
                ? Convention.column(property)
                : Convention.referenceToTarget(target.getSimpleName(), isToOneself());
    }

    @Nullable
    String formerElementColumn() {
        var target = target();
        var former = target == null ? formerProperty() : Fields.former(target);
        return former == null
                ? null
                : target == null ? Convention.column(former) : Convention.referenceToTarget(former, isToOneself());
    }

    private Class<?> owner() {
        return place.entity().getMappedClass();
    }

    private @Nullable Class<?> target() {
        var field = field();
        return field != null && collection.getElement() instanceof ToOne ? Fields.element(field) : null;
    }

    private boolean isToOneself() {
        var field = field();
        return field != null && collection.getElement() instanceof ToOne && CollectionTables.isToOneself(field);
    }

    private @Nullable String formerProperty() {
        var field = field();
        return field == null ? null : Fields.former(field);
    }
}
