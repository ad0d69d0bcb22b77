package lamin.parquet;

import dev.hardwood.internal.EncryptedParquetException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.LaminException;

/** What hardwood throws, perhaps wrapped because it happened in a thread of its own. */
record ReadFailure(Throwable thrown) {

    LaminException explained(Unreadable unreadable) {
        if (is(OutOfMemoryError.class)) {
            return unreadable.because(
                    "it needs more memory than this program has",
                    "give the program more memory; if that does not help, the file is damaged",
                    thrown);
        }
        if (is(EncryptedParquetException.class)) {
            return unreadable.encrypted();
        }
        if (is(LinkageError.class)) {
            return unreadable.because(
                    "the native library of its compression cannot be loaded: " + messages(),
                    "write the table with gzip or without compression",
                    thrown);
        }
        if (is(UnsupportedOperationException.class)) {
            return unreadable.because(
                    "it uses a part of Parquet that this program cannot read: " + messages(),
                    "write the table again with the default settings of pandas or Polars",
                    thrown);
        }
        return unreadable.damaged(messages(), thrown);
    }

    private boolean is(Class<? extends Throwable> type) {
        return causes().stream().anyMatch(type::isInstance);
    }

    private List<Throwable> causes() {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).toList();
    }

    /** In one line, the outermost first, without the brackets for the name of the file. */
    private String messages() {
        return causes().stream()
                .map(cause -> String.valueOf(cause.getMessage())
                        .replace("[] ", "")
                        .strip()
                        .replaceAll("\\s*\\R\\s*", " "))
                .distinct()
                .collect(Collectors.joining(": "));
    }
}
