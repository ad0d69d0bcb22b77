package lamin;

import lamin.schema.Notices;

/** Notices for a program that handed in no sink: they go to its log. */
final class LoggedNotices implements Notices {
    private static final System.Logger LOGGER = System.getLogger("lamin");

    @Override
    public void report(Level level, String message) {
        LOGGER.log(
                switch (level) {
                    case ERROR -> System.Logger.Level.ERROR;
                    case WARNING -> System.Logger.Level.WARNING;
                    case INFO, HINT -> System.Logger.Level.INFO;
                },
                message);
    }
}
