package lamin.entities;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stops Hibernate from logging if it uses {@code java.util.logging}, the default without a logging setup: each start
 * would print a dozen lines on stderr.
 */
public final class QuietHibernate {
    private static final Logger LOGGER = Logger.getLogger("org.hibernate");

    private QuietHibernate() {}

    static <T> T call(Supplier<T> action) {
        return at(Level.OFF, action);
    }

    /** Lets only warnings through, unless the program has set a level of its own. */
    public static <T> T warningsOnly(Supplier<T> action) {
        return LOGGER.getLevel() == null ? at(Level.WARNING, action) : action.get();
    }

    private static <T> T at(Level level, Supplier<T> action) {
        var before = LOGGER.getLevel();
        LOGGER.setLevel(level);
        try {
            return action.get();
        } finally {
            LOGGER.setLevel(before);
        }
    }
}
