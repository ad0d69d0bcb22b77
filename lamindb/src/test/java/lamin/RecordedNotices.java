package lamin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.Notices;
import lamin.schema.Remedy;

/** Keeps what was reported. */
public final class RecordedNotices implements Notices {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void report(Notice notice) {
        lines.add(Stream.concat(
                        Stream.of(notice.level() + " " + notice.message()),
                        notice.remedies().stream().map(Remedy::describe))
                .collect(Collectors.joining("; ")));
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
