package lamin.graph.format;

import java.util.List;

/** The requested format is not available. */
public final class UnknownFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownFormatException(String asked, List<String> known) {
        super((asked.isEmpty() ? "a file without extension has no format" : "unknown format '" + asked + "'")
                + "; known here: " + String.join(", ", known));
    }
}
