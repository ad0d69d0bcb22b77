package lamin.cli.data;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.catalog.ColumnKind;
import lamin.find.Description;
import lamin.find.Overview;
import lamin.find.Overview.Newest;
import lamin.find.Records;
import org.jspecify.annotations.Nullable;

/** Records as values of JSON: times in ISO 8601, and columns of JSON as they are. */
final class RecordJson {
    private RecordJson() {}

    static Map<String, Object> of(Records records) {
        return Map.of("registry", records.registry(), "records", list(records));
    }

    static Map<String, Object> of(Overview overview) {
        return Map.of(
                "registries", overview.registries().stream().map(RecordJson::of).toList());
    }

    private static Map<String, Object> of(Newest newest) {
        var map = new LinkedHashMap<String, Object>();
        map.put("registry", newest.records().registry());
        map.put("total", newest.total());
        map.put("records", list(newest.records()));
        return map;
    }

    static Map<String, Object> of(Description description) {
        var map = new LinkedHashMap<String, Object>();
        map.put("registry", description.registry());
        map.put("title", description.title());
        var columns = new LinkedHashMap<String, @Nullable Object>();
        description.facts().forEach((name, value) -> columns.put(name, value(value, ColumnKind.TEXT)));
        map.put("columns", columns);
        map.put("links", description.sections());
        map.put("versions", description.versions().stream().map(RecordJson::of).toList());
        return map;
    }

    private static Map<String, @Nullable Object> of(Description.Version version) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("uid", version.uid());
        map.put("version_tag", version.tag());
        map.put("is_latest", version.isLatest());
        map.put("created_at", value(version.createdAt(), ColumnKind.TIME));
        return map;
    }

    private static List<Map<String, @Nullable Object>> list(Records records) {
        return records.rows().stream().map(row -> map(records, row)).toList();
    }

    private static Map<String, @Nullable Object> map(Records records, List<@Nullable Object> row) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < row.size(); i++) {
            var column = records.columns().get(i);
            map.put(column.title(), value(row.get(i), column.kind()));
        }
        return map;
    }

    private static @Nullable Object value(@Nullable Object value, ColumnKind kind) {
        return switch (value) {
            case null -> null;
            case Instant time -> time.toString();
            case LocalDateTime time -> time.toString();
            case String text when kind == ColumnKind.JSON -> new RawValue(text);
            default -> value;
        };
    }
}
