package lamin.schema.checksum;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import lamin.schema.model.Owner;
import lamin.schema.operation.Operation;

/**
 * The checksum of a migration, which shows whether its operations changed: {@code c2:} and the SHA-256 of its {@link
 * CanonicalText}. Format and comments of the script do not count.
 */
public final class Checksum {
    private Checksum() {}

    public static String of(Owner owner, List<Operation> upgrade, List<Operation> downgrade) {
        return CanonicalText.FORMAT + ":" + sha256(CanonicalText.of(owner, upgrade, downgrade));
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
