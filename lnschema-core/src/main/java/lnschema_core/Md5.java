package lnschema_core;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** MD5 of texts in LaminDB's forms; it identifies contents and is not for security. */
public final class Md5 {
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger SIXTY_TWO = BigInteger.valueOf(62);

    private Md5() {}

    /** The hash of short content: 22 characters of URL-safe base64. */
    public static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(text));
    }

    /** A uid that is always the same for the same text: the first characters of its hash in base62. */
    public static String base62(String text, int length) {
        return base62(digest(text)).substring(0, length);
    }

    /** Leading zero bytes become a zero and their count; the rest is one big-endian number. */
    private static String base62(byte[] bytes) {
        var digits = new StringBuilder();
        for (var rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(SIXTY_TWO)) {
            digits.append(BASE62.charAt(rest.mod(SIXTY_TWO).intValue()));
        }
        var zeros = leadingZeros(bytes);
        return (zeros == 0 ? "" : "0" + BASE62.charAt(zeros)) + digits.reverse();
    }

    private static int leadingZeros(byte[] bytes) {
        var count = 0;
        while (count < bytes.length && bytes[count] == 0) {
            count++;
        }
        return count;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
