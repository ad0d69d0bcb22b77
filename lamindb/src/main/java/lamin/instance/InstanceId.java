package lamin.instance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The identity of an instance, derived from its name, so that both languages compute the same. */
public record InstanceId(UUID uuid) {
    /** The namespace for URLs of RFC 9562. */
    private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /** The version 5 (SHA-1) UUID of {@code owner/name}; the JDK itself only has version 3. */
    public static InstanceId of(Slug slug) {
        var name = slug.toString().getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(16 + name.length)
                .putLong(URL_NAMESPACE.getMostSignificantBits())
                .putLong(URL_NAMESPACE.getLeastSignificantBits())
                .put(name);
        var digest = ByteBuffer.wrap(digest("SHA-1", input.array()));
        long high = (digest.getLong() & ~0xF000L) | 0x5000L;
        long low = (digest.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new InstanceId(new UUID(high, low));
    }

    /** Parses 32 hex digits, with or without dashes. */
    public static InstanceId parse(String text) {
        var hex = text.replace("-", "");
        if (!hex.matches("[0-9a-fA-F]{32}")) {
            throw new IllegalArgumentException("an instance id has 32 hex digits, found: " + text);
        }
        return new InstanceId(new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16)));
    }

    /** 32 hex digits. */
    public String hex() {
        return uuid.toString().replace("-", "");
    }

    /** The twelve characters shown to users. */
    public String uid() {
        return Base62.encode(digest("MD5", hex().getBytes(StandardCharsets.UTF_8)))
                .substring(0, 12);
    }

    private static byte[] digest(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
