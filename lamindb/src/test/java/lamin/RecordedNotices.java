package lamin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lamin.schema.Notices;

/** Keeps what was reported. */
public final class RecordedNotices implements Notices {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void report(Notice notice) {
        lines.add(notice.level() + " " + notice.message());
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
