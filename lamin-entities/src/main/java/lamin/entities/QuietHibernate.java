package lamin.entities;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stops Hibernate from logging if it uses {@code java.util.logging}, the default without a logging setup: each start
 * would print a dozen lines on stderr.
 */
final class QuietHibernate {
    private static final Logger LOGGER = Logger.getLogger("org.hibernate");

    private QuietHibernate() {}

    static <T> T call(Supplier<T> action) {
        var before = LOGGER.getLevel();
        LOGGER.setLevel(Level.OFF);
        try {
            return action.get();
        } finally {
            LOGGER.setLevel(before);
        }
    }
}
