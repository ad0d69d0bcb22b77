package lamin.lineage;

import java.util.Arrays;
import java.util.Locale;

/** How far a run has come, with LaminDB's codes. */
public enum RunState {
    SCHEDULED(-3),
    RESTARTED(-2),
    STARTED(-1),
    COMPLETED(0),
    ERRORED(1),
    ABORTED(2),
    /** With a code that a later version of LaminDB may give. */
    UNKNOWN(Integer.MIN_VALUE);

    private final int code;

    RunState(int code) {
        this.code = code;
    }

    /** As stored in column {@code _status_code}. */
    public int code() {
        return code;
    }

    static RunState ofCode(int code) {
        return Arrays.stream(values())
                .filter(state -> state.code == code)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** As a word. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
