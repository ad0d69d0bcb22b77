package lamin.mappings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lamin.mappings.Result.Place;

/** The results of all versions as tables of a page. */
final class MappingPage {
    private static final String NONE = "–";

    private final Map<String, Map<String, Result>> byVersion;

    /**
     * @param byVersion the results by version, the newest last: it shows the columns
     */
    MappingPage(Map<String, Map<String, Result>> byVersion) {
        this.byVersion = byVersion;
    }

    String text() {
        var page = new StringBuilder(summary());
        var groups = features().stream()
                .collect(Collectors.groupingBy(Trial::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, features) -> {
            page.append("\n## ").append(group).append("\n\n");
            page.append(
                    "| mapping | columns on PostgreSQL | those of Hibernate | columns on SQLite | those of Hibernate |");
            byVersion
                    .keySet()
                    .forEach(version -> page.append(' ').append(version).append(" |"));
            page.append(" |\n|").append("---|".repeat(6 + byVersion.size())).append('\n');
            features.forEach(feature -> page.append(row(feature)).append('\n'));
        });
        return page.toString();
    }

    /** Those of all versions, in the order of the groups. */
    private List<Trial> features() {
        var features = new LinkedHashMap<String, Trial>();
        byVersion.values().forEach(results -> results.forEach((title, result) -> features.put(title, result.trial())));
        return List.copyOf(features.values());
    }

    private String summary() {
        var text = new StringBuilder(features().size() + " mappings.\n\n");
        text.append(
                "| Hibernate | both databases | PostgreSQL only | refused | not supported |\n|---|---|---|---|---|\n");
        byVersion.forEach((version, results) -> {
            text.append("| ").append(version);
            List.of("yes", "PostgreSQL", "refused", "no")
                    .forEach(word -> text.append(" | ")
                            .append(results.values().stream()
                                    .filter(result -> result.word().equals(word))
                                    .count()));
            text.append(" |\n");
        });
        return text.toString();
    }

    private String row(Trial feature) {
        var results = byVersion.values().stream()
                .flatMap(some -> Optional.ofNullable(some.get(feature.title())).stream())
                .toList();
        var shown = results.getLast();
        var cells = new ArrayList<>(List.of(
                feature.title(),
                ours(shown.postgresql()),
                hibernates(shown.postgresql()),
                ours(shown.sqlite()),
                hibernates(shown.sqlite())));
        for (var some : byVersion.values()) {
            var result = some.get(feature.title());
            cells.add(result == null ? NONE : result.word());
        }
        cells.add(note(shown));
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", "<br>"))
                .collect(Collectors.joining(" | ", "| ", " |"))
                .replace("|  |", "| |");
    }

    /** The reader's own words; an example's package says nothing. */
    private static String note(Result result) {
        var expected = result.trial().expected();
        return result.trial().isRefused()
                ? result.refusal().replace("mappings.", "")
                : expected.substring(expected.indexOf(':') + 1).strip();
    }

    private static String ours(Place place) {
        return place.columns().isEmpty() ? NONE : place.columns();
    }

    private static String hibernates(Place place) {
        var columns = place.columnsOfHibernate();
        return columns.isEmpty() ? NONE : columns.equals(place.columns()) ? "same" : columns;
    }
}
