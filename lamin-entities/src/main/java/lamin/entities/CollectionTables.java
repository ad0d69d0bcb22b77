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
import java.lang.reflect.Field;
import org.hibernate.boot.models.JpaAnnotations;
import org.hibernate.boot.models.annotations.internal.JoinTableJpaAnnotation;
import org.hibernate.boot.models.annotations.spi.CommonTableDetails;
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
        for (var field : Fields.of(entity)) {
            if (field.isAnnotationPresent(ElementCollection.class)) {
                placeBesideOwner(usage(field, JpaAnnotations.COLLECTION_TABLE), field.getDeclaringClass());
            }
            var target = Fields.element(field);
            if (hasJoinTable(field) && target != null) {
                var joinTable = usage(field, JpaAnnotations.JOIN_TABLE);
                placeBesideOwner(joinTable, field.getDeclaringClass());
                nameColumns(joinTable, field, target);
            }
        }
    }

    private static void placeBesideOwner(CommonTableDetails table, Class<?> owner) {
        var ofOwner = owner.getAnnotation(Table.class);
        if (ofOwner != null && table.name().isEmpty() && table.schema().isEmpty()) {
            table.schema(ofOwner.schema());
        }
    }

    /** A field of a mapped superclass has many owners, so the naming strategy names its column. */
    private void nameColumns(JoinTableJpaAnnotation joinTable, Field field, Class<?> target) {
        var owner = field.getDeclaringClass();
        if (isEntity(owner) && joinTable.joinColumns().length == 0 && !hasKeyOfSeveralColumns(owner)) {
            joinTable.joinColumns(column(Convention.referenceOfOwner(owner.getSimpleName(), isToOneself(field))));
        }
        if (joinTable.inverseJoinColumns().length == 0 && !hasKeyOfSeveralColumns(target)) {
            joinTable.inverseJoinColumns(
                    column(Convention.referenceToTarget(target.getSimpleName(), isToOneself(field))));
        }
    }

    static boolean isToOneself(Field field) {
        var owner = field.getDeclaringClass();
        return isEntity(owner) && owner.equals(Fields.element(field));
    }

    private static boolean isEntity(Class<?> type) {
        return type.isAnnotationPresent(Entity.class);
    }

    private static boolean hasJoinTable(Field field) {
        var manyToMany = field.getAnnotation(ManyToMany.class);
        var oneToMany = field.getAnnotation(OneToMany.class);
        return (manyToMany != null && manyToMany.mappedBy().isEmpty())
                || (oneToMany != null
                        && oneToMany.mappedBy().isEmpty()
                        && field.getAnnotationsByType(JoinColumn.class).length == 0);
    }

    private static boolean hasKeyOfSeveralColumns(Class<?> entity) {
        var fields = Fields.of(entity);
        return Fields.hierarchy(entity).stream().anyMatch(type -> type.isAnnotationPresent(IdClass.class))
                || fields.stream().anyMatch(field -> field.isAnnotationPresent(EmbeddedId.class))
                || fields.stream()
                                .filter(field -> field.isAnnotationPresent(Id.class))
                                .count()
                        > 1;
    }

    /** The annotation of the field as Hibernate will see it, added if it is missing. */
    private <A extends Annotation, U extends A> U usage(Field field, MutableAnnotationDescriptor<A, U> annotation) {
        var member = (MutableMemberDetails) models.getClassDetailsRegistry()
                .resolveClassDetails(field.getDeclaringClass().getName())
                .findFieldByName(field.getName());
        return annotation.getMutableAnnotationType().cast(member.applyAnnotationUsage(annotation, models));
    }

    private JoinColumn[] column(String name) {
        var column = JpaAnnotations.JOIN_COLUMN.createUsage(models);
        column.name(name);
        return new JoinColumn[] {column};
    }
}
