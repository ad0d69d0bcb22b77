package lamin.registry;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;

/** Converts numbers to the type of a property: users write 1 for a short as well as for a long. */
final class Numbers {
    private Numbers() {}

    /** The same value in the type; the number itself if the type cannot represent it. */
    static Number convert(Number number, Class<?> type) {
        var decimal = new BigDecimal(number.toString());
        try {
            return switch (boxed(type).getSimpleName()) {
                case "Short" -> decimal.shortValueExact();
                case "Integer" -> decimal.intValueExact();
                case "Long" -> decimal.longValueExact();
                case "Double" -> decimal.doubleValue();
                case "Float" -> decimal.floatValue();
                case "BigDecimal" -> decimal;
                default -> number;
            };
        } catch (ArithmeticException e) {
            return number;
        }
    }

    static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
