package lamin.entities;

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
    Attribute attribute() {
        return Attributes.find(place.type(), property);
    }

    /** The pseudo entity of the table: {@code CellType_synonyms}. */
    String entity() {
        return Convention.collection(owner().getSimpleName(), property);
    }

    @Nullable
    String formerEntity() {
        var formerOwner = Attributes.former(owner());
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
        var former = Attributes.former(owner());
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
        var former = target == null ? formerProperty() : Attributes.former(target);
        return former == null
                ? null
                : target == null ? Convention.column(former) : Convention.referenceToTarget(former, isToOneself());
    }

    private Class<?> owner() {
        return place.entity().getMappedClass();
    }

    private @Nullable Class<?> target() {
        var attribute = attribute();
        return attribute != null && collection.getElement() instanceof ToOne ? attribute.element() : null;
    }

    private boolean isToOneself() {
        var attribute = attribute();
        return attribute != null && collection.getElement() instanceof ToOne && CollectionTables.isToOneself(attribute);
    }

    private @Nullable String formerProperty() {
        var attribute = attribute();
        return attribute == null ? null : Attributes.former(attribute);
    }
}
