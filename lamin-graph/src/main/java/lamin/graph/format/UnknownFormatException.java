package lamin.graph.format;

import java.util.List;

/** A format was asked for that cannot be written here. */
public final class UnknownFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownFormatException(String asked, List<String> known) {
        super((asked.isEmpty() ? "a file without extension has no format" : "unknown format '" + asked + "'")
                + "; known here: " + String.join(", ", known));
    }
}
