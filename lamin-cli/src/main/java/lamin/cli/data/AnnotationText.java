package lamin.cli.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.annotation.Annotations.Annotated;
import lamin.annotation.Annotations.Labelled;
import lamin.annotation.Annotations.Valued;
import lamin.annotation.Created;
import lamin.annotation.Target;
import lamin.cli.command.Json;
import lamin.feature.StoredFeature;
import lamin.label.StoredLabel;
import org.jspecify.annotations.Nullable;

/** Annotations as text and as JSON. */
record AnnotationText(Target target, Annotated annotated, Created created) {

    List<String> lines() {
        var lines = new ArrayList<String>();
        created.labels().forEach(label -> lines.add("created label " + label.name() + " in " + label.registry()));
        created.features()
                .forEach(feature ->
                        lines.add("created feature " + feature.name() + " with values of type " + feature.dtype()));
        lines.add(target.toString());
        lines.addAll(Columns.lines(annotated.labels().stream()
                .filter(each -> each.feature() == null)
                .map(each -> List.of(
                        "  label",
                        each.label().registry().toString(),
                        each.label().name()))
                .toList()));
        lines.addAll(Columns.lines(annotated.values().stream()
                .map(each -> List.of(
                        "  value", each.feature().name(), each.feature().dtype().toString(), shown(each.value())))
                .toList()));
        if (lines.size() == 1) {
            lines.add("  no annotations");
        }
        return lines;
    }

    Map<String, Object> json() {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", target.kind().name().toLowerCase(java.util.Locale.ROOT));
        map.put("uid", target.uid());
        map.put("labels", annotated.labels().stream().map(AnnotationText::json).toList());
        map.put("values", annotated.values().stream().map(AnnotationText::json).toList());
        map.put(
                "created",
                Map.of(
                        "labels",
                                created.labels().stream()
                                        .map(AnnotationText::json)
                                        .toList(),
                        "features",
                                created.features().stream()
                                        .map(AnnotationText::json)
                                        .toList()));
        return map;
    }

    private static Map<String, @Nullable Object> json(Labelled labelled) {
        var map = json(labelled.label());
        var feature = labelled.feature();
        map.put("feature", feature == null ? null : feature.name());
        return map;
    }

    private static Map<String, @Nullable Object> json(StoredLabel label) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("registry", label.registry().toString());
        map.put("uid", label.uid());
        map.put("name", label.name());
        map.put("type", label.type());
        return map;
    }

    private static Map<String, Object> json(Valued valued) {
        var map = json(valued.feature());
        map.put("value", plain(valued.value()));
        return map;
    }

    private static Map<String, Object> json(StoredFeature feature) {
        var map = new LinkedHashMap<String, Object>();
        map.put("feature", feature.name());
        map.put("dtype", feature.dtype().toString());
        return map;
    }

    private static String shown(Object value) {
        return value instanceof List || value instanceof Map ? Json.line(value) : value.toString();
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof List || value instanceof Map
                ? value
                : value.toString();
    }
}
