package lamin.cli.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.schema.internal.foreign.ForeignHistory;
import lamin.schema.internal.foreign.ForeignHistory.Entry;

/** Formats what other migration tools have recorded in a database. */
record ForeignHistoryReport(List<ForeignHistory> histories) {
    Stream<String> lines() {
        return histories.stream()
                .flatMap(history -> Stream.concat(
                        Stream.of(history.summary() + "; left as it is"),
                        history.problems().stream().map(problem -> "  " + problem)));
    }

    /** Adds {@code other_tools} unless there are none. */
    void addTo(Map<String, Object> map) {
        if (!histories.isEmpty()) {
            map.put(
                    "other_tools",
                    histories.stream().map(ForeignHistoryReport::json).toList());
        }
    }

    private static Map<String, Object> json(ForeignHistory history) {
        var map = new LinkedHashMap<String, Object>();
        map.put("tool", history.tool().label());
        map.put("table", history.table());
        map.put("applied", history.applied());
        var last = history.last();
        if (last != null) {
            map.put("last", json(history, last));
        }
        map.put(
                "failed",
                history.failed().stream().map(entry -> json(history, entry)).toList());
        var lock = history.lock();
        if (lock != null) {
            map.put("locked_by", lock.holder());
            map.put("locked_since", lock.since());
        }
        return map;
    }

    private static Map<String, Object> json(ForeignHistory history, Entry entry) {
        var map = new LinkedHashMap<String, Object>();
        switch (history.tool()) {
            case FLYWAY -> {
                map.put("version", entry.id());
                map.put("description", entry.about());
            }
            case LIQUIBASE -> {
                map.put("id", entry.id());
                map.put("author", entry.about());
            }
        }
        map.put("at", entry.at());
        return map;
    }
}
