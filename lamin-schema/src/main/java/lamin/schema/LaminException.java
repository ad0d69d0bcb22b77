package lamin.schema;

import org.jspecify.annotations.Nullable;

/** What every failure of this library is; its message is for the user: expected, found, where and what to do. */
public class LaminException extends RuntimeException {
    private final ErrorCode code;

    public LaminException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public LaminException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
