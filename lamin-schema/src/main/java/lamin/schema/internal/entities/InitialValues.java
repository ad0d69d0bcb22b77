package lamin.schema.internal.entities;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import lamin.schema.internal.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/**
 * The values that fields have in a new record, such as 96 for {@code int wells = 96}.
 *
 * @param fields the fields of columns, by {@code table.column}
 */
public record InitialValues(Map<String, Field> fields) {
    public static final InitialValues NONE = new InitialValues(Map.of());

    public InitialValues {
        fields = Map.copyOf(fields);
    }

    /**
     * The value of {@code table.column} as an SQL literal; empty without an initializer, for a value that has no simple
     * literal, and if the entity cannot be created. Creates an entity.
     */
    public Optional<String> sql(String column) {
        return Optional.ofNullable(fields.get(column)).map(InitialValues::read).flatMap(InitialValues::literal);
    }

    private static @Nullable Object read(Field field) {
        try {
            var constructor = field.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            field.setAccessible(true);
            return field.get(constructor.newInstance());
        } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
            return null;
        }
    }

    /** Zero and false are what a field without an initializer holds. */
    private static Optional<String> literal(Object value) {
        return switch (value) {
            case Integer number when number != 0 -> Optional.of(number.toString());
            case Long number when number != 0 -> Optional.of(number.toString());
            case Short number when number != 0 -> Optional.of(number.toString());
            case Double number when number != 0 && Double.isFinite(number) -> Optional.of(number.toString());
            case Float number when number != 0 && Float.isFinite(number) -> Optional.of(number.toString());
            case BigDecimal number -> Optional.of(number.toPlainString());
            case BigInteger number -> Optional.of(number.toString());
            case Boolean truth when truth -> Optional.of("true");
            case String text -> Optional.of(SqlTokens.literal(text));
            default -> Optional.empty();
        };
    }
}
