package lamin.schema.internal.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this library, written by the build. */
public final class EngineVersion {
    public static final String CURRENT = read();

    private EngineVersion() {}

    private static String read() {
        try (var stream = EngineVersion.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(stream, "the build writes version.properties"));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
