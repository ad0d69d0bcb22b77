package lamin;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Notices.Level;

/** How a {@link Lamin} behaves. */
public final class Settings {
    private static final List<Level> LEVELS = List.of(Level.values());

    private volatile Level least = Level.WARNING;

    Settings() {}

    /** What is reported: 0 errors, 1 warnings too (the default), 2 information, 3 hints. */
    public int verbosity() {
        return LEVELS.indexOf(least);
    }

    /** Reports from now on what that number asks for; see {@link #verbosity()}. */
    public Settings verbosity(int verbosity) {
        if (verbosity < 0 || verbosity >= LEVELS.size()) {
            throw new LaminException(ErrorCode.USAGE, "verbosity is 0, 1, 2 or 3, found: " + verbosity);
        }
        least = LEVELS.get(verbosity);
        return this;
    }

    @Override
    public String toString() {
        return "verbosity " + verbosity();
    }

    /** Lets through what the verbosity, as it is at that time, asks for. */
    Notices filter(Notices sink) {
        return notice -> {
            if (notice.level().compareTo(least) <= 0) {
                sink.report(notice);
            }
        };
    }
}
