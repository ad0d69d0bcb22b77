package lamin.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * The values of one column, each with its row, as a number: equal values in equal rows have the same fingerprint,
 * regardless of their order. It detects accidents, not attacks.
 */
final class Fingerprint {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long sum;

    void add(long row, @Nullable Object value) {
        sum += mixed(row * MULTIPLIER + hash(value));
    }

    long value() {
        return sum;
    }

    static long hash(@Nullable Object value) {
        return switch (value) {
            case null -> MULTIPLIER;
            case byte[] bytes -> hash(bytes);
            default -> hash(value.toString());
        };
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    private static long hash(byte[] bytes) {
        long hash = -bytes.length;
        for (byte each : bytes) {
            hash = (hash ^ each) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
