package lamin.entities;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Annotations that are in no source. They equal only others of their kind. */
final class AnnotationValues {
    private AnnotationValues() {}

    /** The given annotation, or one with the default values, in which some values are others. */
    static <A extends Annotation> A with(Class<A> type, @Nullable A given, Map<String, Object> others) {
        var values = new HashMap<String, Object>();
        for (var attribute : type.getDeclaredMethods()) {
            var value = given == null ? attribute.getDefaultValue() : value(given, attribute);
            if (value != null) {
                values.put(attribute.getName(), value);
            }
        }
        values.putAll(others);
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new Values(type, Map.copyOf(values))));
    }

    private static Object value(Annotation given, Method attribute) {
        try {
            return attribute.invoke(given);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(attribute + " of " + given, e);
        }
    }

    private record Values(Class<?> type, Map<String, Object> values) implements InvocationHandler {
        private boolean isSame(Object annotation) {
            return Proxy.isProxyClass(annotation.getClass()) && equals(Proxy.getInvocationHandler(annotation));
        }

        @Override
        public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "annotationType" -> type;
                case "toString" -> "@" + type.getName() + values;
                case "hashCode" -> hashCode();
                case "equals" -> arguments != null && isSame(arguments[0]);
                default -> Objects.requireNonNull(values.get(method.getName()), method::toString);
            };
        }
    }
}
