package lamin.instance;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Numbers and random ids in the characters {@code 0-9A-Za-z}, as used by LaminDB. */
public final class Base62 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final SecureRandom RANDOM = new SecureRandom();

    private Base62() {}

    /** The bytes as one big-endian number; leading zero bytes are first encoded as {@code 0} and their count. */
    public static String encode(byte[] bytes) {
        int zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        var prefix = zeros == 0 ? "" : "0" + ALPHABET.charAt(zeros);
        return prefix + digits(new BigInteger(1, bytes));
    }

    private static String digits(BigInteger number) {
        var reversed = new StringBuilder();
        for (var rest = number; rest.signum() > 0; rest = rest.divide(BASE)) {
            reversed.append(ALPHABET.charAt(rest.mod(BASE).intValue()));
        }
        return reversed.reverse().toString();
    }

    /**
     * The number after this one, with the same number of digits.
     *
     * @throws IllegalArgumentException if it would need one more
     */
    public static String increment(String digits) {
        var next = new StringBuilder(digits);
        for (int i = digits.length() - 1; i >= 0; i--) {
            int value = ALPHABET.indexOf(digits.charAt(i)) + 1;
            next.setCharAt(i, ALPHABET.charAt(value % ALPHABET.length()));
            if (value < ALPHABET.length()) {
                return next.toString();
            }
        }
        throw new IllegalArgumentException("no number of " + digits.length() + " digits follows " + digits);
    }

    /** A random uid with that many characters. */
    public static String random(int length) {
        var uid = new StringBuilder(length);
        RANDOM.ints(length, 0, ALPHABET.length()).forEach(index -> uid.append(ALPHABET.charAt(index)));
        return uid.toString();
    }
}
