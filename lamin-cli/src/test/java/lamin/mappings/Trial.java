package lamin.mappings;

/**
 * A mapping feature.
 *
 * @param expected empty if it works on both databases; otherwise {@code refused}, {@code not on SQLite: why}, or {@code not
 *     supported: why}
 */
public record Trial(String group, String title, String expected) {
    boolean isRefused() {
        return expected.equals("refused");
    }

    boolean isOnlyOnPostgresql() {
        return expected.startsWith("not on SQLite");
    }

    boolean isUnsupported() {
        return expected.startsWith("not supported");
    }
}
