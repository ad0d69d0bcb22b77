package lamin;

import java.util.concurrent.atomic.AtomicInteger;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;

/** How a {@link Lamin} behaves. */
public final class Settings {
    private static final int MOST = Notices.Level.values().length - 1;

    private final AtomicInteger verbosity = new AtomicInteger(1);

    Settings() {}

    /** What is reported: 0 errors, 1 warnings too (the default), 2 information, 3 hints. */
    public int verbosity() {
        return verbosity.get();
    }

    public Settings verbosity(int level) {
        if (level < 0 || level > MOST) {
            throw new LaminException(ErrorCode.USAGE, "verbosity is 0, 1, 2 or 3, found: " + level);
        }
        verbosity.set(level);
        return this;
    }

    /** Lets through what the verbosity, as it is at that time, asks for. */
    Notices filter(Notices sink) {
        return (level, message) -> {
            if (level.ordinal() <= verbosity()) {
                sink.report(level, message);
            }
        };
    }
}
