package lamin.schema;

import java.util.List;

/** Receives messages for the user while the library works. */
public interface Notices {
    /** Discards all notices. */
    Notices NONE = notice -> {};

    void report(Notice notice);

    default void error(String message) {
        report(Level.ERROR, message);
    }

    default void warning(String message, Remedy... remedies) {
        report(Level.WARNING, message, remedies);
    }

    default void info(String message) {
        report(Level.INFO, message);
    }

    default void hint(String message, Remedy... remedies) {
        report(Level.HINT, message, remedies);
    }

    private void report(Level level, String message, Remedy... remedies) {
        report(new Notice(level, message, List.of(remedies)));
    }

    /** A message, with what can be done about it. */
    record Notice(Level level, String message, List<Remedy> remedies) {
        public Notice {
            remedies = List.copyOf(remedies);
        }
    }

    /** From verbosity 0 to 3. */
    enum Level {
        ERROR,
        WARNING,
        INFO,
        HINT
    }
}
