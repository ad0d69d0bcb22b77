package lamin.tablefile;

import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import lamin.library.OptionalLibrary;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The formats that this program can read. */
final class InstalledFormats {
    private static final String PARQUET = ".parquet";

    private InstalledFormats() {}

    /** The format of files with this name; services are looked for only if no built-in format fits. */
    static TableFormat of(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return first(Stream.of(DelimitedFormat.values()), lower)
                .or(() -> first(
                        ServiceLoader.load(TableFormat.class, TableFormat.class.getClassLoader()).stream()
                                .map(ServiceLoader.Provider::get),
                        lower))
                .orElseThrow(() -> missing(name, lower));
    }

    private static Optional<TableFormat> first(Stream<? extends TableFormat> formats, String name) {
        return formats.filter(format -> format.extensions().stream().anyMatch(name::endsWith))
                .<TableFormat>map(format -> format)
                .findFirst();
    }

    private static LaminException missing(String name, String lower) {
        if (lower.endsWith(PARQUET)) {
            OptionalLibrary.LAMIN_PARQUET.require();
        }
        return new LaminException(
                ErrorCode.USAGE, name + " is not a table: expected .csv or .tsv, or one of them with .gz, or .parquet");
    }
}
