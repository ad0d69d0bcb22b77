package lamin;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.Notices;
import lamin.schema.Remedy;

/** Writes notices to the program's log if the program supplies no sink. */
final class LoggedNotices implements Notices {
    private static final System.Logger LOGGER = System.getLogger("lamin");

    @Override
    public void report(Notice notice) {
        LOGGER.log(
                switch (notice.level()) {
                    case ERROR -> System.Logger.Level.ERROR;
                    case WARNING -> System.Logger.Level.WARNING;
                    case INFO, HINT -> System.Logger.Level.INFO;
                },
                Stream.concat(
                                Stream.of(notice.message()),
                                notice.remedies().stream().map(Remedy::describe))
                        .collect(Collectors.joining("; ")));
    }
}
