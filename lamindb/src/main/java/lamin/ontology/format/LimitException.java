package lamin.ontology.format;

import java.io.IOException;

/** A file is larger than ours are, or unpacks to something else than text. Its message says what was expected. */
final class LimitException extends IOException {
    LimitException(String message) {
        super(message);
    }
}
