package lamin.ontology.format;

import java.io.IOException;

/** A file is larger than those of ontologies, or is not text in UTF-8. Its message says what was expected. */
final class LimitException extends IOException {
    private final boolean isLocated;

    LimitException(String message) {
        super(message);
        this.isLocated = false;
    }

    LimitException(long line, String message) {
        super("line " + line + ": " + message);
        this.isLocated = true;
    }

    /** Whether the message names the line. */
    boolean isLocated() {
        return isLocated;
    }
}
