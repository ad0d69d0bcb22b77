package lamin.schema.internal.lint;

import java.util.Locale;

/** How grave a finding is. */
public enum Severity {
    /** To be known; nothing is stopped. */
    WARNING,
    /** Data may go without anybody being asked: {@code check} and {@code plan} end with exit code 4. */
    ERROR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
