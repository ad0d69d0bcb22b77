package lnschema_core;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record as one line for a person: its texts, numbers and flags that have a value. Other records are never loaded for it. */
final class RecordText {
    private static final int LONGEST = 80;

    private RecordText() {}

    static String of(BaseRecord record) {
        return fields(record.getClass())
                .flatMap(field -> shown(field, record).stream())
                .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "(", ")"));
    }

    /** Those of superclasses come first. */
    private static Stream<Field> fields(Class<?> type) {
        Deque<Class<?>> classes = new ArrayDeque<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            classes.addFirst(each);
        }
        return classes.stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic());
    }

    private static Optional<String> shown(Field field, BaseRecord record) {
        try {
            return field.trySetAccessible()
                    ? text(field.get(record)).map(value -> field.getName() + "=" + value)
                    : Optional.empty();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<String> text(@Nullable Object value) {
        return switch (value) {
            case String text when !text.isEmpty() -> Optional.of('"' + shortened(text) + '"');
            case Number number -> Optional.of(number.toString());
            case Enum<?> constant -> Optional.of(constant.name());
            case Boolean flag when flag -> Optional.of("true");
            case null, default -> Optional.empty();
        };
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
