package lamin.entities;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import java.lang.reflect.Field;
import org.hibernate.boot.models.JpaAnnotations;
import org.hibernate.boot.models.annotations.internal.JoinTableJpaAnnotation;
import org.hibernate.models.spi.ModelsContext;
import org.hibernate.models.spi.MutableMemberDetails;

/**
 * Names the columns of the tables of {@code @ManyToMany} and {@code @OneToMany} collections: a naming strategy is not told
 * whether the column it is asked for belongs to a collection, nor to which.
 */
final class CollectionColumns {
    private final ModelsContext models;

    CollectionColumns(ModelsContext models) {
        this.models = models;
    }

    void name(Class<?> entity) {
        for (var field : Fields.of(entity)) {
            var target = Fields.element(field);
            if (hasTable(field) && target != null) {
                name(field, target);
            }
        }
    }

    /** What a mapped superclass has, has many owners: their column gets its name from the strategy. */
    private void name(Field field, Class<?> target) {
        var joinTable = joinTable(field);
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

    private static boolean hasTable(Field field) {
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

    private JoinTableJpaAnnotation joinTable(Field field) {
        var member = (MutableMemberDetails) models.getClassDetailsRegistry()
                .resolveClassDetails(field.getDeclaringClass().getName())
                .findFieldByName(field.getName());
        return (JoinTableJpaAnnotation) member.applyAnnotationUsage(JpaAnnotations.JOIN_TABLE, models);
    }

    private JoinColumn[] column(String name) {
        var column = JpaAnnotations.JOIN_COLUMN.createUsage(models);
        column.name(name);
        return new JoinColumn[] {column};
    }
}
