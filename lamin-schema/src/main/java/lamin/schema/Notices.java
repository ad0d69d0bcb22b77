package lamin.schema;

import java.util.List;

/** Where the library reports what a person may want to know while it works. */
public interface Notices {
    /** Tells nobody. */
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

    /** A report, with what can be done about it. */
    record Notice(Level level, String message, List<Remedy> remedies) {
        public Notice {
            remedies = List.copyOf(remedies);
        }
    }

    /** In the order of verbosity 0 to 3. */
    enum Level {
        ERROR,
        WARNING,
        INFO,
        HINT
    }
}
