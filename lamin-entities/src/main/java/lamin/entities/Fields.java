package lamin.entities;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lamin.schema.RenamedFrom;
import org.jspecify.annotations.Nullable;

/** The fields of entities, embeddables and their superclasses, in source order. */
final class Fields {
    private Fields() {}

    /** The class and its superclasses, topmost first. */
    static List<Class<?>> hierarchy(Class<?> type) {
        var classes = new ArrayList<Class<?>>();
        for (Class<?> next = type; next != null && next != Object.class; next = next.getSuperclass()) {
            classes.addFirst(next);
        }
        return classes;
    }

    static List<Field> of(Class<?> type) {
        return hierarchy(type).stream()
                .flatMap(next -> List.of(next.getDeclaredFields()).stream())
                .toList();
    }

    static @Nullable Field find(Class<?> type, String name) {
        return of(type).reversed().stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Orders properties like their fields; those without a field come last, by name. */
    static Comparator<String> order(Class<?> type) {
        var names = of(type).stream().map(Field::getName).toList();
        return Comparator.<String>comparingInt(name -> {
                    int index = names.indexOf(name);
                    return index < 0 ? names.size() : index;
                })
                .thenComparing(Comparator.naturalOrder());
    }

    /** The stated earlier name of a class or property. */
    static @Nullable String former(AnnotatedElement element) {
        var renamed = element.getAnnotation(RenamedFrom.class);
        return renamed == null ? null : renamed.value();
    }

    /** The class of a collection's elements or a map's values; null if only a subclass defines it. */
    static @Nullable Class<?> element(Field field) {
        if (field.getGenericType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[type.getActualTypeArguments().length - 1]
                        instanceof Class<?> element) {
            return element;
        }
        return null;
    }
}
