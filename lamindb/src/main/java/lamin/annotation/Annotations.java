package lamin.annotation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import lamin.feature.FeatureTable;
import lamin.feature.StoredFeature;
import lamin.instance.Query;
import lamin.label.LabelColumns;
import lamin.label.LabelName;
import lamin.label.LabelTable;
import lamin.label.RegistryName;
import lamin.label.StoredLabel;
import lamin.record.RecordStore;
import org.jspecify.annotations.Nullable;

/** The labels and feature values of an artifact, a run or a collection. Each call is one transaction. */
public final class Annotations {
    private final RecordStore store;
    private final Target target;
    private final Supplier<List<RegistryName>> registries;

    /** @param registries those of the instance, which may hold labels */
    public Annotations(RecordStore store, Target target, Supplier<List<RegistryName>> registries) {
        this.store = store;
        this.target = target;
        this.registries = registries;
    }

    public Target target() {
        return target;
    }

    /**
     * Adds a label, named as in {@link LabelName}.
     *
     * @throws lamin.schema.LaminException with {@code USAGE} if there is no such label
     */
    public Annotations addLabel(String label) {
        return apply(new Change.AddLabel(LabelName.parse(label)));
    }

    public Annotations addLabel(StoredLabel label) {
        return apply(new Change.AddLabel(LabelName.of(label)));
    }

    /** Removes a label, whatever feature it is a value of. */
    public Annotations removeLabel(String label) {
        return apply(new Change.RemoveLabel(LabelName.parse(label)));
    }

    /**
     * Replaces the values of a feature.
     *
     * @param value a label or its name, a number, a text, a time, a map, or a collection of several values
     * @throws lamin.schema.LaminException with {@code USAGE} if there is no such feature or label, or the value does not
     *     have the type of the feature
     */
    public Annotations set(String feature, Object value) {
        var values = value instanceof Collection<?> several ? List.<Object>copyOf(several) : List.of(value);
        return apply(new Change.SetValues(feature, null, values));
    }

    public Annotations set(StoredFeature feature, Object value) {
        return set(feature.uid(), value);
    }

    /** Removes all values of a feature. */
    public Annotations remove(String feature) {
        return apply(new Change.RemoveValues(feature));
    }

    private Annotations apply(Change change) {
        apply(List.of(change), false);
        return this;
    }

    /**
     * Makes all of the changes or none.
     *
     * @param creates whether missing labels and features are created
     */
    public Created apply(List<? extends Change> changes, boolean creates) {
        return store.write(writer -> new Annotating(writer, target, creates).apply(changes));
    }

    /** A label and the feature of which it is the value; null if it is of none. */
    public record Labelled(StoredLabel label, @Nullable StoredFeature feature) {}

    /** A feature and one of its values; a label as {@link StoredLabel#name}. */
    public record Valued(StoredFeature feature, Object value) {}

    /** All annotations: labels in the order of their registries, and the values of features one by one. */
    public record Annotated(List<Labelled> labels, List<Valued> values) {
        public Annotated {
            labels = List.copyOf(labels);
            values = List.copyOf(values);
        }
    }

    /** All annotations, as they are at one time. */
    public Annotated read() {
        return store.read(connection -> {
            var query = new Query(connection);
            var labels = labelled(query);
            var values = new ArrayList<Valued>();
            for (var each : labels) {
                if (each.feature() != null) {
                    values.add(new Valued(each.feature(), each.label().name()));
                }
            }
            for (var each : new ValueLinks(target).read(query)) {
                values.add(new Valued(each.feature(), each.value()));
            }
            return new Annotated(labels, values);
        });
    }

    /** All labels. */
    public List<StoredLabel> labels() {
        return read().labels().stream().map(Labelled::label).distinct().toList();
    }

    /**
     * The values of features by name; several values of one feature are a list. Labels are their names; other values are
     * Long, Double, Boolean, String, LocalDate, LocalDateTime, OffsetDateTime, List or Map.
     */
    public SortedMap<String, Object> values() {
        var values = new TreeMap<String, List<Object>>();
        for (var each : read().values()) {
            values.computeIfAbsent(each.feature().name(), name -> new ArrayList<>())
                    .add(each.value());
        }
        var single = new TreeMap<String, Object>();
        values.forEach((name, all) -> single.put(name, all.size() == 1 ? all.getFirst() : List.copyOf(all)));
        return single;
    }

    private List<Labelled> labelled(Query query) throws SQLException {
        var found = new ArrayList<Labelled>();
        for (var links : links(query)) {
            var stored = links.of(query, target);
            if (!stored.isEmpty()) {
                found.addAll(labelled(query, links.registry(), stored));
            }
        }
        return found;
    }

    private static List<Labelled> labelled(Query query, RegistryName registry, List<LabelLinks.Link> links)
            throws SQLException {
        var labels = LabelTable.of(query, registry);
        var features = new FeatureTable(query);
        var found = new ArrayList<Labelled>();
        for (var link : links) {
            var feature = link.featureId();
            found.add(new Labelled(labels.withId(link.labelId()), feature == null ? null : features.withId(feature)));
        }
        return found;
    }

    private List<LabelLinks> links(Query query) throws SQLException {
        var tables = LabelColumns.tables(query);
        var links = new ArrayList<LabelLinks>();
        for (var registry : registries(query, tables)) {
            var table = target.kind().linkTable(registry);
            if (tables.contains(table)) {
                LabelLinks.find(LabelColumns.ofExisting(query, table), target.kind(), registry)
                        .filter(LabelLinks::isOfLabels)
                        .ifPresent(links::add);
            }
        }
        return links;
    }

    /** The names of further registries come from the class files of modules, which take longer to read than all rows. */
    private List<RegistryName> registries(Query query, Set<String> tables) throws SQLException {
        var common = List.of(RegistryName.ULABEL, RegistryName.RECORD);
        var further = new HashSet<>(tables);
        common.forEach(registry -> further.remove(target.kind().linkTable(registry)));
        for (var table : further) {
            if (target.kind().isLinkTable(table) && LabelLinks.hasValues(query, target, table)) {
                return registries.get();
            }
        }
        return common;
    }
}
