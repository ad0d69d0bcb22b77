package lamin.schema.model;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** Names by convention: of columns, and of keys and indexes without an explicit name. */
public final class Names {
    /** PostgreSQL truncates longer identifiers; counted in bytes. */
    private static final int LONGEST = 63;

    private Names() {}

    /**
     * {@code created_by_key} for table {@code created}, column {@code by}; truncated, with a hash, if over 63 bytes.
     */
    static String of(TableName table, List<String> parts, String suffix) {
        var middle = parts.isEmpty() ? "" : "_" + String.join("_", parts);
        var whole = table.flat() + middle + "_" + suffix;
        if (!isTooLong(whole)) {
            return whole;
        }
        var tail = "_" + hash(whole) + "_" + suffix;
        var head = whole.substring(0, Math.min(whole.length(), LONGEST - tail.length()));
        while (head.getBytes(StandardCharsets.UTF_8).length + tail.length() > LONGEST) {
            head = head.substring(0, head.length() - 1);
        }
        return head + tail;
    }

    /** Whether PostgreSQL would truncate the name. */
    public static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    /** The name of the check on an enum column. */
    public static String ofEnumCheck(TableName table, String column) {
        return of(table, List.of(column), "enum");
    }

    /** A temporary name for an object that gives its own name away first. */
    public static String temporaryName(String name) {
        return of(TableName.of(name), List.of(), "moving");
    }

    /** Eight hex digits that distinguish texts in a name; not cryptographic. */
    static String hash(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** {@code created_at} for {@code createdAt}, {@code rna_seq} for {@code RNASeq}. */
    public static String snakeCase(String property) {
        return property.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
