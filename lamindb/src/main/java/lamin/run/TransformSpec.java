package lamin.run;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * What a run executes.
 *
 * @param key the path or name by which users refer to it; another source under the same key is a new version
 * @param kind {@code script}, {@code notebook}, {@code pipeline} or {@code function}
 * @param source the source code; null if it is not known
 */
public record TransformSpec(
        String key, String kind, @Nullable String source) {
    private static final int LONGEST_KEY = 1024;
    private static final long LARGEST_SOURCE = 4L << 20;

    public TransformSpec {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new LaminException(
                    ErrorCode.USAGE, "the key of a transform has 1 to " + LONGEST_KEY + " characters: \"" + key + "\"");
        }
    }

    /** One without source code, such as a program that is installed. */
    public static TransformSpec named(String key) {
        return new TransformSpec(key, "pipeline", null);
    }

    /** A script with its source code, if it is text of at most 4 MiB. */
    public static TransformSpec script(Path file, @Nullable String key) {
        var name = key == null ? file.getFileName().toString() : key;
        return new TransformSpec(name, "script", source(file));
    }

    private static @Nullable String source(Path file) {
        try {
            return Files.size(file) > LARGEST_SOURCE ? null : text(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new LaminException(ErrorCode.USAGE, "cannot read the script " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
