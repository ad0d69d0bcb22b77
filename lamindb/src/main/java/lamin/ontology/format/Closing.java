package lamin.ontology.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

final class Closing {
    private Closing() {}

    static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
