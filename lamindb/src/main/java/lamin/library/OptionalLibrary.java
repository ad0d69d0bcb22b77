package lamin.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** A library that is used if it is on the class path, and requested by name if it is needed and missing. */
public enum OptionalLibrary {
    SQLITE("org.sqlite.JDBC", "SQLite databases need the JDBC driver sqlite-jdbc"),
    POSTGRESQL("org.postgresql.Driver", "PostgreSQL databases need the JDBC driver postgresql"),
    LAMIN_GRAPH("lamin.graph.SchemaGraph", "pictures and exports of schemas need lamin-graph"),
    LAMIN_PARQUET("lamin.parquet.ParquetFormat", "Parquet tables need lamin-parquet"),
    ZSTD("com.github.luben.zstd.Zstd", "files compressed with zstd need zstd-jni");

    private final String type;
    private final String need;

    OptionalLibrary(String type, String need) {
        this.type = type;
        this.need = need;
    }

    /** The Maven coordinates of the tested version. */
    public String coordinates() {
        try (var stream = OptionalLibrary.class.getResourceAsStream("artifacts.properties")) {
            var artifacts = new Properties();
            artifacts.load(Objects.requireNonNull(stream, "the build writes artifacts.properties"));
            return artifacts.getProperty(name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails unless the library is on the class path. A driver is registered, so that it is found even if JDBC has
     * already searched for drivers with another class loader.
     */
    public void require() {
        try {
            Class.forName(type, true, OptionalLibrary.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    need + ", which is not on the class path\nadd " + coordinates()
                            + " to the dependencies of the program",
                    e);
        }
    }
}
