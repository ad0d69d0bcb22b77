package lamin.entities;

import java.util.stream.Stream;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.SingleTableSubclass;

/**
 * Columns of subclasses that share the table of their superclass. A row of another class of the table has no value for such a
 * column: if it is NOT NULL and has no default, no other class can be saved any more.
 */
final class SingleTableColumns {
    private SingleTableColumns() {}

    static void check(PersistentClass entity, Problems problems) {
        if (entity instanceof SingleTableSubclass subclass) {
            subclass.getProperties().forEach(property -> check(subclass, property, problems));
        }
    }

    private static void check(SingleTableSubclass subclass, Property property, Problems problems) {
        MappingWalk.columns(property.getValue()).stream()
                .filter(column -> isRequired(column) && subclass.getTable().containsColumn(column))
                .filter(column -> property.getValue().getTable().equals(subclass.getTable()))
                .forEach(column -> others(subclass, column)
                        .findFirst()
                        .ifPresent(other -> problems.add(
                                subclass.getClassName() + "." + property.getName(), message(subclass, column, other))));
    }

    private static boolean isRequired(Column column) {
        return !column.isNullable() && column.getDefaultValue() == null && column.getGeneratedAs() == null;
    }

    private static String message(SingleTableSubclass subclass, Column column, PersistentClass other) {
        return "column " + column.getName() + " is NOT NULL, and table "
                + MappedTable.nameOf(subclass.getTable()).flat() + " also holds rows of "
                + other.getMappedClass().getSimpleName()
                + ", which have no value for it; leave off nullable = false, write @ColumnDefault(...), or"
                + " @Inheritance(strategy = InheritanceType.JOINED) on "
                + subclass.getRootClass().getMappedClass().getSimpleName();
    }

    /** Classes whose rows are in the same table and do not have the column. */
    private static Stream<PersistentClass> others(SingleTableSubclass subclass, Column column) {
        var root = subclass.getRootClass();
        return Stream.concat(Stream.of(root), root.getSubclasses().stream())
                .filter(other -> !Boolean.TRUE.equals(other.isAbstract()))
                .filter(other -> other.getTable().equals(subclass.getTable()))
                .filter(other -> other.getPropertyClosure().stream()
                        .noneMatch(property ->
                                MappingWalk.columns(property.getValue()).contains(column)));
    }
}
