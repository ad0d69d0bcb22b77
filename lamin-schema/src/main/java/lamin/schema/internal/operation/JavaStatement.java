package lamin.schema.internal.operation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** A call on {@link Operations} and its options, as Java without the receiver and the semicolon. */
final class JavaStatement {
    private final StringBuilder firstLine = new StringBuilder();
    private final StringBuilder furtherLines = new StringBuilder();
    private StringBuilder current = firstLine;

    private JavaStatement() {}

    /** Literal Java among arguments that are values. */
    record Code(String java) {}

    /** Arguments are text, numbers, {@link Code}, or lists of these for several arguments. */
    static JavaStatement of(String method, @Nullable Object... arguments) {
        var statement = new JavaStatement();
        statement.firstLine.append(call(method, arguments));
        return statement;
    }

    JavaStatement then(String method, @Nullable Object... arguments) {
        current.append('.').append(call(method, arguments));
        return this;
    }

    JavaStatement thenIf(boolean wanted, String method, @Nullable Object... arguments) {
        return wanted ? then(method, arguments) : this;
    }

    /** An option that is omitted if it has no value. */
    JavaStatement thenGiven(String method, @Nullable Object argument) {
        return argument == null ? this : then(method, argument);
    }

    /** A part of the object that the first line creates; options that follow belong to the part. */
    JavaStatement onNewLine(String method, @Nullable Object... arguments) {
        current = furtherLines;
        current.append("\n        ");
        return then(method, arguments);
    }

    /** An option of the whole object that is omitted if it has no value. */
    JavaStatement onFirstLine(String method, @Nullable Object argument) {
        if (argument != null) {
            firstLine.append('.').append(call(method, argument));
        }
        return this;
    }

    private static String call(String method, @Nullable Object... arguments) {
        return Arrays.stream(arguments)
                .flatMap(argument -> argument instanceof List<?> several ? several.stream() : Stream.of(argument))
                .map(JavaStatement::argument)
                .collect(Collectors.joining(", ", method + "(", ")"));
    }

    private static String argument(@Nullable Object argument) {
        return switch (argument) {
            case Code(var java) -> java;
            case String text -> JavaSource.literal(text);
            case SqlExpression sql -> JavaSource.literal(sql.text());
            case null, default -> String.valueOf(argument);
        };
    }

    @Override
    public String toString() {
        return firstLine.toString() + furtherLines;
    }
}
