package lamin;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Notices.Level;

/** The settings of a {@link Lamin}. */
public final class Settings {
    private static final List<Level> LEVELS = List.of(Level.values());

    private volatile Level least = Level.WARNING;

    Settings() {}

    /** The level of reporting: 0 errors, 1 also warnings (the default), 2 information, 3 hints. */
    public int verbosity() {
        return LEVELS.indexOf(least);
    }

    /** Changes the level of reporting; see {@link #verbosity()}. */
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

    /** Passes on the notices that the verbosity allows at the time. */
    Notices filter(Notices sink) {
        return notice -> {
            if (notice.level().compareTo(least) <= 0) {
                sink.report(notice);
            }
        };
    }
}
