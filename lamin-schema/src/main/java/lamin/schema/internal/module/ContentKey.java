package lamin.schema.internal.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * Identifies the contents of a jar or a folder of classes: a SHA-256 over the name, size and CRC-32 of every file. A
 * jar lists these in its directory, so nothing is unpacked; the files of a folder are read. Locations and times of
 * files do not matter, nor does {@code META-INF}, where builds record their time: a jar and its unpacked folder have
 * the same key.
 *
 * @param text the key; different contents have different keys
 */
public record ContentKey(String text) {
    private static final String DESCRIPTIONS = "META-INF/";
    private static final String OTHER_VERSIONS_OF_CLASSES = "META-INF/versions/";

    /** One file. */
    record Content(long size, long crc) {}

    static ContentKey of(Path location) throws IOException {
        try (var files = ClassFiles.open(location)) {
            return of(files.contents());
        }
    }

    static ContentKey of(SortedMap<String, Content> files) {
        var digest = sha256();
        files.forEach((name, content) -> digest.update(
                (name + "\n" + content.size() + " " + content.crc() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new ContentKey(HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether a file is part of the content. */
    static boolean counts(String name) {
        return !name.startsWith(DESCRIPTIONS) || name.startsWith(OTHER_VERSIONS_OF_CLASSES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
