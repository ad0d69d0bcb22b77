package lamin.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a call to this library. Its message says what was expected, what was found and where.
 * {@link #remedies()} says what can be done; each program that uses the library words them itself.
 */
public class LaminException extends RuntimeException {
    private final ErrorCode code;
    private final transient List<Remedy> remedies;
    private final transient Facts facts;

    public LaminException(ErrorCode code, String message, Remedy... remedies) {
        this(code, message, List.of(remedies), null);
    }

    public LaminException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, List.of(), cause);
    }

    public LaminException(ErrorCode code, String message, List<? extends Remedy> remedies, @Nullable Throwable cause) {
        this(code, message, remedies, Facts.NONE, cause);
    }

    public LaminException(
            ErrorCode code, String message, List<? extends Remedy> remedies, Facts facts, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.remedies = List.copyOf(remedies);
        this.facts = facts;
    }

    public ErrorCode code() {
        return code;
    }

    /** What can be done: alternatives, the most likely first. */
    public List<Remedy> remedies() {
        return remedies;
    }

    /** The names of the objects that the failure concerns. */
    public Facts facts() {
        return facts;
    }

    /** For logs: the message, followed by the remedies in plain English. */
    @Override
    @SuppressWarnings(
            "OverrideThrowableToString") // getMessage() is the message alone, which callers show in their own way
    public String toString() {
        return super.toString()
                + remedies.stream().map(remedy -> "\n" + remedy.describe()).collect(Collectors.joining());
    }
}
