package lamin.schema.internal.checksum;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.Owner;

/**
 * The checksum of a migration, which shows whether its operations changed: {@code c2:} and the SHA-256 of its
 * {@link CanonicalText}. Formatting and comments of the script do not matter.
 */
public final class Checksum {
    private Checksum() {}

    /**
     * The checksums that the ledger stores for a migration. The downgrade may be written after the upgrade was applied,
     * so the upgrade has a separate checksum: that of the migration without its downgrade.
     */
    public record Pair(String ofBoth, String ofUpgrade) {}

    public static String of(Owner owner, List<Operation> upgrade, List<Operation> downgrade) {
        return of(CanonicalText.of(owner, upgrade, downgrade));
    }

    /** Both checksums; the upgrade is written only once. */
    public static Pair pair(Owner owner, List<Operation> upgrade, List<Operation> downgrade) {
        var there = CanonicalText.ofUpgrade(owner, upgrade);
        return new Pair(of(there + CanonicalText.lines(owner, downgrade)), of(there));
    }

    private static String of(String text) {
        return CanonicalText.FORMAT + ":" + sha256(text);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
