package lamin.cli.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import lamin.schema.drift.Drift;
import lamin.schema.drift.ModuleDrift;
import lamin.schema.introspect.Difference;

/** What a command prints of the live tables of an instance beside its migrations. */
record DriftReport(String instance, Drift drift) {
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

    /** What differs, and SQL that mends it. */
    static Stream<String> details(ModuleDrift module) {
        var mending = module.mending();
        var script = mending.isEmpty()
                ? Stream.<String>of()
                : Stream.concat(
                        Stream.of("  SQL that mends this, where nothing has to be dropped for it:"),
                        mending.stream().flatMap(String::lines).map(line -> "    " + line));
        return Stream.concat(lines(module.differences()), script);
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
        map.put("mending", module.mending());
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
