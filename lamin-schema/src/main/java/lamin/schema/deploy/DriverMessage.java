package lamin.schema.deploy;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** What a database says of a failure, in one line, without what its driver puts around it. */
final class DriverMessage {
    private static final Pattern FROM_SQLITE = Pattern.compile("^\\[SQLITE_\\w+].*?\\((.*)\\)$");

    /** As PostgreSQL's driver begins the line. */
    private static final String DETAIL = "  Detail: ";

    private static final int SHOWN = 3;
    private static final int LONGEST = 300;

    private DriverMessage() {}

    /** With what the database found where it tells; its hints are not ours: some say CASCADE. */
    static String of(SQLException cause) {
        var found = lines(cause).stream()
                .dropWhile(line -> !line.startsWith(DETAIL))
                .takeWhile(line -> line.startsWith(DETAIL) || !line.startsWith("  "))
                .map(line -> line.startsWith(DETAIL) ? line.substring(DETAIL.length()) : line)
                .toList();
        return found.isEmpty() ? firstLine(cause) : firstLine(cause) + ": " + shortened(found);
    }

    static String firstLine(SQLException cause) {
        var line = lines(cause).stream().findFirst().orElse("");
        return FROM_SQLITE.matcher(line).replaceFirst("$1");
    }

    private static List<String> lines(SQLException cause) {
        return String.valueOf(cause.getMessage()).lines().toList();
    }

    private static String shortened(List<String> found) {
        var shown = String.join("; ", found.subList(0, Math.min(found.size(), SHOWN)));
        var cut = shown.length() > LONGEST ? shown.substring(0, LONGEST) + " ..." : shown;
        return found.size() > SHOWN ? cut + "; and " + (found.size() - SHOWN) + " more" : cut;
    }
}
