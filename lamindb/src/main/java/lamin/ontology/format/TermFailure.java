package lamin.ontology.format;

import java.nio.file.Path;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file of terms; the reader that knows the file and the place adds them. */
final class TermFailure extends RuntimeException {
    TermFailure(String message) {
        super(message);
    }

    TermFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The failure of a call. */
    LaminException in(Path path) {
        return unreadable(path, String.valueOf(getMessage()), getCause() == null ? this : getCause());
    }

    static LaminException unreadable(Path path, String reason, @Nullable Throwable cause) {
        return new LaminException(ErrorCode.FAILURE, "cannot read " + path + ": " + reason, cause);
    }

    /** A part of a line that is short enough for a message. */
    static String excerpt(String text) {
        var shown = text.strip();
        return shown.length() <= 60 ? "'" + shown + "'" : "'" + shown.substring(0, 57) + "...'";
    }
}
