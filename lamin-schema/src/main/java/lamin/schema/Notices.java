package lamin.schema;

/** Where the library reports what a person may want to know while it works. */
public interface Notices {
    /** Tells nobody. */
    Notices NONE = (level, message) -> {};

    void report(Level level, String message);

    default void error(String message) {
        report(Level.ERROR, message);
    }

    default void warning(String message) {
        report(Level.WARNING, message);
    }

    default void info(String message) {
        report(Level.INFO, message);
    }

    default void hint(String message) {
        report(Level.HINT, message);
    }

    /** In the order of verbosity 0 to 3. */
    enum Level {
        ERROR,
        WARNING,
        INFO,
        HINT
    }
}
