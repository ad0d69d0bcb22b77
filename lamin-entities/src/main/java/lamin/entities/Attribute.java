package lamin.entities;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A persistent attribute as its class declares it. Annotations are on the field or, with property access, on the getter;
 * at least one of the two exists.
 */
record Attribute(
        Class<?> declaringClass,
        String name,
        @Nullable Field field,
        @Nullable Method getter) {

    /** The attribute that a method reads by its name; null if it is not a getter. */
    static @Nullable Attribute of(Method method) {
        var prefix = method.getName().startsWith("is") ? "is" : "get";
        boolean isGetter = method.getName().startsWith(prefix)
                && method.getName().length() > prefix.length()
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !method.isBridge()
                && !method.isSynthetic();
        return isGetter
                ? new Attribute(
                        method.getDeclaringClass(),
                        decapitalized(method.getName().substring(prefix.length())),
                        null,
                        method)
                : null;
    }

    /** As JavaBeans have it: {@code getURL} reads {@code URL}. */
    private static String decapitalized(String name) {
        boolean isAcronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return isAcronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The field of one and the getter of another declaration in the same class. */
    static Attribute merged(Attribute one, Attribute other) {
        return new Attribute(
                one.declaringClass,
                one.name,
                one.field == null ? other.field : one.field,
                one.getter == null ? other.getter : one.getter);
    }

    <A extends Annotation> @Nullable A annotation(Class<A> type) {
        var ofField = field == null ? null : field.getAnnotation(type);
        return ofField != null || getter == null ? ofField : getter.getAnnotation(type);
    }

    boolean has(Class<? extends Annotation> type) {
        return annotation(type) != null;
    }

    /** Whether an annotation of this kind is repeated or not, it is there. */
    boolean hasAny(Class<? extends Annotation> type) {
        return (field != null && field.getAnnotationsByType(type).length > 0)
                || (getter != null && getter.getAnnotationsByType(type).length > 0);
    }

    /** Whether it has an annotation that itself is annotated with this one. */
    boolean hasMeta(Class<? extends Annotation> type) {
        return (field != null && hasMeta(field.getAnnotations(), type))
                || (getter != null && hasMeta(getter.getAnnotations(), type));
    }

    private static boolean hasMeta(Annotation[] annotations, Class<? extends Annotation> type) {
        for (var annotation : annotations) {
            if (annotation.annotationType().isAnnotationPresent(type)) {
                return true;
            }
        }
        return false;
    }

    Class<?> type() {
        return field == null ? Objects.requireNonNull(getter).getReturnType() : field.getType();
    }

    Type genericType() {
        return field == null ? Objects.requireNonNull(getter).getGenericReturnType() : field.getGenericType();
    }

    /** The class of a collection's elements or a map's values; null if only a subclass defines it. */
    @Nullable
    Class<?> element() {
        if (genericType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[type.getActualTypeArguments().length - 1]
                        instanceof Class<?> element) {
            return element;
        }
        return null;
    }

    @Override
    public String toString() {
        return declaringClass.getName() + "." + name;
    }
}
