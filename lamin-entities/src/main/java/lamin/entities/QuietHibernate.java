package lamin.entities;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Hibernate from logging where it logs through {@code java.util.logging}, as it does when nothing else was set up:
 * each start would print a dozen lines on stderr.
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
