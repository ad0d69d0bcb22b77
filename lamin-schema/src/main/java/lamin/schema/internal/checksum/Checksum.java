package lamin.schema.internal.checksum;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.Owner;

/**
 * The checksum of a migration, which shows whether its operations changed: {@code c2:} and the SHA-256 of its {@link
 * CanonicalText}. Format and comments of the script do not count.
 */
public final class Checksum {
    private Checksum() {}

    /**
     * The checksums that the ledger keeps of a migration. The downgrade may be written after the upgrade was applied, so the
     * upgrade has a checksum of its own: that of a migration without a downgrade.
     */
    public record Pair(String ofBoth, String ofUpgrade) {}

    public static String of(Owner owner, List<Operation> upgrade, List<Operation> downgrade) {
        return of(CanonicalText.of(owner, upgrade, downgrade));
    }

    /** Both of them; the upgrade is written once. */
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
