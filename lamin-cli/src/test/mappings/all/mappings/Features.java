package mappings;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hibernate.Session;

/** Collects the features of a group. */
final class Features {
    final List<Feature<?>> all = new ArrayList<>();
    private String group = "";

    void group(String name) {
        group = name;
    }

    <E> Feature<E> add(
            String title,
            Class<E> entity,
            Function<Session, E> create,
            Function<E, Object> show,
            Object first,
            BiConsumer<Session, E> change,
            Object second) {
        var feature = new Feature<>(group, title, entity, create, show, first, change, second);
        all.add(feature);
        return feature;
    }

    /** A property that is called {@code value}. */
    <E> Feature<E> value(String title, Class<E> entity, Object first, Object second) {
        return add(
                title,
                entity,
                session -> {
                    var row = instance(entity);
                    set(row, first);
                    return row;
                },
                Features::get,
                first,
                (session, row) -> set(row, second),
                second);
    }

    /** Entities with which the reader or Hibernate does not begin. */
    <E> Feature<E> unreadable(String title, Class<E> entity) {
        return add(title, entity, session -> instance(entity), row -> 1, 1, (session, row) -> {}, 1);
    }

    static <E> E instance(Class<E> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object row, Object value) {
        try {
            field(row).set(row, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object get(Object row) {
        try {
            return field(row).get(row);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Object row) {
        for (Class<?> type = row.getClass(); type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.getName().equals("value")) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new IllegalStateException(row.getClass() + " has no value");
    }
}
