package lamin.entities;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.hibernate.boot.models.JpaAnnotations;
import org.hibernate.boot.models.annotations.internal.JoinTableJpaAnnotation;
import org.hibernate.boot.models.annotations.spi.CommonTableDetails;
import org.hibernate.models.spi.MemberDetails;
import org.hibernate.models.spi.ModelsContext;
import org.hibernate.models.spi.MutableAnnotationDescriptor;
import org.hibernate.models.spi.MutableMemberDetails;

/**
 * Adds omitted details of collection tables to Hibernate's view of the annotations: the owner's schema and column
 * names. A naming strategy cannot do this, because Hibernate does not say whether a column belongs to a collection, or
 * to which.
 */
final class CollectionTables {
    private final ModelsContext models;

    CollectionTables(ModelsContext models) {
        this.models = models;
    }

    void complete(Class<?> entity) {
        for (var attribute : Attributes.of(entity)) {
            if (attribute.has(ElementCollection.class)) {
                placeBesideOwner(usage(attribute, JpaAnnotations.COLLECTION_TABLE), attribute.declaringClass());
            }
            var target = attribute.element();
            if (hasJoinTable(attribute) && target != null) {
                var joinTable = usage(attribute, JpaAnnotations.JOIN_TABLE);
                placeBesideOwner(joinTable, attribute.declaringClass());
                nameColumns(joinTable, attribute, target);
            }
        }
    }

    private static void placeBesideOwner(CommonTableDetails table, Class<?> owner) {
        var ofOwner = owner.getAnnotation(Table.class);
        if (ofOwner != null && table.name().isEmpty() && table.schema().isEmpty()) {
            table.schema(ofOwner.schema());
        }
    }

    /** An attribute of a mapped superclass has many owners, so the naming strategy names its column. */
    private void nameColumns(JoinTableJpaAnnotation joinTable, Attribute attribute, Class<?> target) {
        var owner = attribute.declaringClass();
        if (isEntity(owner) && joinTable.joinColumns().length == 0 && !hasKeyOfSeveralColumns(owner)) {
            joinTable.joinColumns(column(Convention.referenceOfOwner(owner.getSimpleName(), isToOneself(attribute))));
        }
        if (joinTable.inverseJoinColumns().length == 0 && !hasKeyOfSeveralColumns(target)) {
            joinTable.inverseJoinColumns(
                    column(Convention.referenceToTarget(target.getSimpleName(), isToOneself(attribute))));
        }
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

    /** The annotation of the attribute as Hibernate will see it, added if it is missing. */
    private <A extends Annotation, U extends A> U usage(
            Attribute attribute, MutableAnnotationDescriptor<A, U> annotation) {
        var member = (MutableMemberDetails) member(attribute);
        return annotation.getMutableAnnotationType().cast(member.applyAnnotationUsage(annotation, models));
    }

    /** The place of the annotations that make it a collection. */
    private MemberDetails member(Attribute attribute) {
        var details = models.getClassDetailsRegistry()
                .resolveClassDetails(attribute.declaringClass().getName());
        var getter = attribute.getter();
        return getter != null && isCollection(getter)
                ? details.getMethods().stream()
                        .filter(method -> method.toJavaMember().equals(getter))
                        .findFirst()
                        .orElseThrow()
                : details.findFieldByName(attribute.name());
    }

    private static boolean isCollection(Method getter) {
        return getter.isAnnotationPresent(ElementCollection.class)
                || getter.isAnnotationPresent(ManyToMany.class)
                || getter.isAnnotationPresent(OneToMany.class);
    }

    private JoinColumn[] column(String name) {
        var column = JpaAnnotations.JOIN_COLUMN.createUsage(models);
        column.name(name);
        return new JoinColumn[] {column};
    }
}
