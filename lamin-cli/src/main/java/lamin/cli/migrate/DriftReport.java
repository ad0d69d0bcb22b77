package lamin.cli.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.drift.Drift;
import lamin.schema.internal.drift.ModuleDrift;
import lamin.schema.internal.introspect.Difference;

/** Formats the comparison of an instance's live tables with its migrations. */
record DriftReport(String instance, Drift drift) {
    /** A larger number of accepted differences is counted, not listed. */
    private static final int MOST_HARMLESS = 5;

    List<String> lines() {
        return drift.modules().stream().flatMap(this::lines).toList();
    }

    private Stream<String> lines(ModuleDrift module) {
        var subject = instance + ", " + module.module();
        if (module.isUntracked()) {
            return Stream.of(
                    subject + ": its tables are there, and the ledger has no revision of it",
                    "  take them over: lamin migrate stamp --verify --module " + module.module());
        }
        boolean same = module.differences().isEmpty();
        var head = subject + " at " + module.at() + ": "
                + (same ? "in sync" : "the tables are not as its migrations make them");
        return Stream.concat(Stream.of(head), details(module));
    }

    /** The differences, severe ones first, and SQL that repairs them. */
    static Stream<String> details(ModuleDrift module) {
        var byHarm = module.differences().stream().collect(Collectors.partitioningBy(Difference::isHarmless));
        var harmless = byHarm.getOrDefault(true, List.of());
        var lines = Stream.concat(
                lines(byHarm.getOrDefault(false, List.of())),
                harmless.size() <= MOST_HARMLESS ? lines(harmless) : Stream.of(summary(harmless)));
        return Stream.concat(lines, repair(module.repair()));
    }

    private static String summary(List<Difference> harmless) {
        var counts = new TreeMap<String, Integer>();
        harmless.forEach(difference -> counts.merge(harmlessKind(difference), 1, Integer::sum));
        return "  no harm, and listed by --json: "
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String harmlessKind(Difference difference) {
        return switch (difference.kind()) {
            case NAME -> "other names of keys, checks and indexes";
            case COMMENT -> "other comments";
            default -> "indexes more";
        };
    }

    private static Stream<String> repair(List<String> sql) {
        return sql.isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of("  SQL that repairs this, as far as nothing has to be dropped:"),
                        sql.stream().flatMap(String::lines).map(line -> "    " + line));
    }

    static Stream<String> lines(List<Difference> differences) {
        return differences.stream().map(difference -> "  " + difference.inDatabase());
    }

    Map<String, Object> json() {
        var map = new LinkedHashMap<String, Object>();
        map.put("instance", instance);
        map.put("in_sync", drift.isEmpty());
        map.put("modules", modules(drift.modules()));
        return map;
    }

    static List<Map<String, Object>> modules(List<ModuleDrift> modules) {
        return modules.stream().map(DriftReport::json).toList();
    }

    private static Map<String, Object> json(ModuleDrift module) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", module.module());
        map.put("revision", String.join(",", new TreeSet<>(module.revisions())));
        map.put("untracked", module.isUntracked());
        map.put(
                "differences",
                module.differences().stream().map(DriftReport::json).toList());
        map.put("repair", module.repair());
        return map;
    }

    private static Map<String, Object> json(Difference difference) {
        var map = new LinkedHashMap<String, Object>();
        map.put("table", difference.table().toString());
        map.put("kind", difference.kind().toString());
        map.put("object", difference.object());
        map.put("expected", difference.expected());
        map.put("found", difference.found());
        map.put("harmless", difference.isHarmless());
        map.put("text", difference.inDatabase());
        return map;
    }
}
