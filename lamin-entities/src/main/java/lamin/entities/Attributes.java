package lamin.entities;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import lamin.schema.RenamedFrom;
import org.jspecify.annotations.Nullable;

/** The attributes of entities, embeddables and their superclasses, in source order. */
final class Attributes {
    /** By class, because the attribute of each column is looked up. */
    private static final ClassValue<List<Attribute>> DECLARED = new ClassValue<>() {
        @Override
        protected List<Attribute> computeValue(Class<?> type) {
            return declaredIn(type);
        }
    };

    private Attributes() {}

    /** The class and its superclasses, topmost first. */
    static List<Class<?>> hierarchy(Class<?> type) {
        var classes = new ArrayList<Class<?>>();
        for (Class<?> next = type; next != null && next != Object.class; next = next.getSuperclass()) {
            classes.addFirst(next);
        }
        return classes;
    }

    static List<Attribute> of(Class<?> type) {
        return hierarchy(type).stream()
                .flatMap(next -> DECLARED.get(next).stream())
                .toList();
    }

    private static List<Attribute> declaredIn(Class<?> type) {
        var attributes = new LinkedHashMap<String, Attribute>();
        for (var field : type.getDeclaredFields()) {
            attributes.put(field.getName(), new Attribute(type, field.getName(), field, null));
        }
        for (var method : type.getDeclaredMethods()) {
            var attribute = Attribute.of(method);
            if (attribute != null) {
                attributes.merge(attribute.name(), attribute, Attribute::merged);
            }
        }
        return List.copyOf(attributes.values());
    }

    static @Nullable Attribute find(Class<?> type, String name) {
        return of(type).reversed().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Orders properties like the fields; those without a field come last, by name. */
    static Comparator<String> order(Class<?> type) {
        var names = of(type).stream()
                .filter(attribute -> attribute.field() != null)
                .map(Attribute::name)
                .toList();
        return Comparator.<String>comparingInt(name -> {
                    int index = names.indexOf(name);
                    return index < 0 ? names.size() : index;
                })
                .thenComparing(Comparator.naturalOrder());
    }

    /** The stated earlier name of a class. */
    static @Nullable String former(AnnotatedElement type) {
        return value(type.getAnnotation(RenamedFrom.class));
    }

    static @Nullable String former(Attribute attribute) {
        return value(attribute.annotation(RenamedFrom.class));
    }

    private static @Nullable String value(@Nullable RenamedFrom renamed) {
        return renamed == null ? null : renamed.value();
    }
}
