package lamin.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The algorithms of the platform that hashes are made of. */
public final class Digests {
    private Digests() {}

    public static MessageDigest md5() {
        return digest("MD5");
    }

    static MessageDigest sha1() {
        return digest("SHA-1");
    }

    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
