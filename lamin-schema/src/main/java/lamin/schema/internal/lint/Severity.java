package lamin.schema.internal.lint;

import java.util.Locale;

/** The severity of a finding. */
public enum Severity {
    /** For information; nothing is stopped. */
    WARNING,
    /** Data may be lost without confirmation: {@code check} and {@code plan} exit with code 4. */
    ERROR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
