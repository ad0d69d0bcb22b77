package lamin.entities;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds omitted details of collection tables to Hibernate's view of the annotations: the owner's schema and column
 * names. A naming strategy cannot do this, because Hibernate does not say whether a column belongs to a collection, or
 * to which.
 */
final class CollectionTables {
    private final AddedAnnotations annotations;

    CollectionTables(AddedAnnotations annotations) {
        this.annotations = annotations;
    }

    void complete(Class<?> entity) {
        for (var attribute : Attributes.of(entity)) {
            if (attribute.has(ElementCollection.class)) {
                complete(
                        attribute,
                        CollectionTable.class,
                        schema(attribute, attribute.annotation(CollectionTable.class)));
            }
            var target = attribute.element();
            if (hasJoinTable(attribute) && target != null) {
                complete(attribute, JoinTable.class, joinTable(attribute, target));
            }
        }
    }

    private <A extends Annotation> void complete(Attribute attribute, Class<A> type, Map<String, Object> values) {
        var annotation = AnnotationValues.with(type, attribute.annotation(type), values);
        var getter = attribute.getter();
        if (getter != null && isCollection(getter)) {
            annotations.replace(getter, annotation);
        } else {
            annotations.replace(Objects.requireNonNull(attribute.field()), annotation);
        }
    }

    private static Map<String, Object> schema(Attribute attribute, @Nullable CollectionTable given) {
        return given == null || (given.name().isEmpty() && given.schema().isEmpty())
                ? schemaOfOwner(attribute)
                : Map.of();
    }

    private static Map<String, Object> schemaOfOwner(Attribute attribute) {
        var table = attribute.declaringClass().getAnnotation(Table.class);
        return table == null ? Map.of() : Map.of("schema", table.schema());
    }

    /** An attribute of a mapped superclass has many owners, so the naming strategy names its column. */
    private static Map<String, Object> joinTable(Attribute attribute, Class<?> target) {
        var given = attribute.annotation(JoinTable.class);
        var owner = attribute.declaringClass();
        var values = new HashMap<String, Object>();
        if (given == null || (given.name().isEmpty() && given.schema().isEmpty())) {
            values.putAll(schemaOfOwner(attribute));
        }
        if (isEntity(owner) && (given == null || given.joinColumns().length == 0) && !hasKeyOfSeveralColumns(owner)) {
            values.put(
                    "joinColumns", column(Convention.referenceOfOwner(owner.getSimpleName(), isToOneself(attribute))));
        }
        if ((given == null || given.inverseJoinColumns().length == 0) && !hasKeyOfSeveralColumns(target)) {
            values.put(
                    "inverseJoinColumns",
                    column(Convention.referenceToTarget(target.getSimpleName(), isToOneself(attribute))));
        }
        return values;
    }

    private static JoinColumn[] column(String name) {
        return new JoinColumn[] {AnnotationValues.with(JoinColumn.class, null, Map.of("name", name))};
    }

    static boolean isToOneself(Attribute attribute) {
        var owner = attribute.declaringClass();
        return isEntity(owner) && owner.equals(attribute.element());
    }

    private static boolean isEntity(Class<?> type) {
        return type.isAnnotationPresent(Entity.class);
    }

    private static boolean hasJoinTable(Attribute attribute) {
        var manyToMany = attribute.annotation(ManyToMany.class);
        var oneToMany = attribute.annotation(OneToMany.class);
        return (manyToMany != null && manyToMany.mappedBy().isEmpty())
                || (oneToMany != null && oneToMany.mappedBy().isEmpty() && !attribute.hasAny(JoinColumn.class));
    }

    private static boolean hasKeyOfSeveralColumns(Class<?> entity) {
        var attributes = Attributes.of(entity);
        return Attributes.hierarchy(entity).stream().anyMatch(type -> type.isAnnotationPresent(IdClass.class))
                || attributes.stream().anyMatch(attribute -> attribute.has(EmbeddedId.class))
                || attributes.stream()
                                .filter(attribute -> attribute.has(Id.class))
                                .count()
                        > 1;
    }

    private static boolean isCollection(Method getter) {
        return getter.isAnnotationPresent(ElementCollection.class)
                || getter.isAnnotationPresent(ManyToMany.class)
                || getter.isAnnotationPresent(OneToMany.class);
    }
}
