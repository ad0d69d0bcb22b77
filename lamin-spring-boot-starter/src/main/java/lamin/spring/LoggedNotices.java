package lamin.spring;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.Notices;
import lamin.schema.Remedy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** Writes notices, such as a wait for another process, to the log. */
final class LoggedNotices implements Notices {
    private static final Log LOG = LogFactory.getLog("lamin");

    @Override
    public void report(Notice notice) {
        var text = Stream.concat(
                        Stream.of(notice.message()), notice.remedies().stream().map(Remedy::describe))
                .collect(Collectors.joining("; "));
        switch (notice.level()) {
            case ERROR -> LOG.error(text);
            case WARNING -> LOG.warn(text);
            case INFO -> LOG.info(text);
            case HINT -> LOG.debug(text);
        }
    }
}
