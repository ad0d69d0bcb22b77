package lamin.annotation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lamin.annotation.Target.Kind;
import lamin.feature.StoredFeature;
import lamin.instance.Query;
import lamin.instance.Row;
import lamin.label.LabelColumns;
import lamin.label.RegistryName;
import lamin.label.StoredLabel;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * The links from records of one kind to the labels of one registry.
 *
 * @param labelColumn the column of the label
 * @param hasFeature whether a link says of which feature the label is a value
 */
record LabelLinks(Kind kind, RegistryName registry, String table, String labelColumn, boolean hasFeature) {

    /** Empty if records of this kind cannot have labels of the registry. */
    static Optional<LabelLinks> find(Query query, Kind kind, RegistryName registry) throws SQLException {
        return find(LabelColumns.of(query, kind.linkTable(registry)), kind, registry);
    }

    /** The same with the columns of the table. */
    static Optional<LabelLinks> find(LabelColumns columns, Kind kind, RegistryName registry) {
        var own = registry.entityColumn() + "_id";
        var labelColumn = columns.has(own) && !own.equals(kind.idColumn()) ? own : "value_id";
        return columns.has(kind.idColumn()) && columns.has(labelColumn)
                ? Optional.of(new LabelLinks(kind, registry, columns.table(), labelColumn, columns.has("feature_id")))
                : Optional.empty();
    }

    static LabelLinks of(Query query, Kind kind, RegistryName registry) throws SQLException {
        return find(query, kind, registry)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        "a " + kind.columnName() + " cannot have labels of " + registry + ": there is no table "
                                + kind.linkTable(registry)));
    }

    /** Those to the registries of a feature's values. */
    static List<LabelLinks> of(Query query, Kind kind, StoredFeature feature) throws SQLException {
        var links = new ArrayList<LabelLinks>();
        for (var category : feature.dtype().categories()) {
            find(query, kind, category.registry()).ifPresent(links::add);
        }
        return links;
    }

    /** Other links, such as those to schemas, look alike but cannot be values of features. */
    boolean isOfLabels() {
        return hasFeature || registry.equals(RegistryName.ULABEL);
    }

    /** Whether a table links the target to values of features. */
    static boolean hasValues(Query query, Target target, String table) throws SQLException {
        var columns = LabelColumns.ofExisting(query, table);
        return columns.has(target.kind().idColumn())
                && columns.has("feature_id")
                && query.exists(
                        "select 1 from " + table + " where " + target.kind().idColumn() + " = ? limit 1", target.id());
    }

    /** A link as it is stored. */
    record Link(long labelId, @Nullable Long featureId) {}

    List<Link> of(Query query, Target target) throws SQLException {
        return query.list(
                "select " + labelColumn + ", " + (hasFeature ? "feature_id" : "null") + " from " + table + " where "
                        + kind.idColumn() + " = ? order by id",
                row -> {
                    var label = row.getLong(1);
                    var feature = row.getLong(2);
                    return new Link(label, row.wasNull() ? null : feature);
                },
                target.id());
    }

    /** Adds a link unless it exists. */
    void add(RecordWriter writer, Target target, StoredLabel label, @Nullable StoredFeature feature)
            throws SQLException {
        var featureId = feature == null ? null : feature.id();
        requireFeature(feature);
        var links = of(writer.query(), target).stream()
                .filter(link -> link.labelId() == label.id())
                .toList();
        if (links.stream().anyMatch(link -> Objects.equals(link.featureId(), featureId))) {
            return;
        }
        if (kind == Kind.COLLECTION && !links.isEmpty()) {
            reuse(writer, target, label, feature, links.getFirst());
        } else {
            row(writer, target, label, featureId).insert(writer.connection());
        }
    }

    private void requireFeature(@Nullable StoredFeature feature) {
        if (feature != null && !hasFeature) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "a " + kind.columnName() + " has labels of " + registry + " but not as values of a feature, and "
                            + feature.name() + " has values of type " + feature.dtype());
        }
    }

    /** A collection has one link to a label: it may become a feature's value, but cannot be that of two. */
    private void reuse(
            RecordWriter writer, Target target, StoredLabel label, @Nullable StoredFeature feature, Link link)
            throws SQLException {
        if (feature == null) {
            return;
        }
        if (link.featureId() != null) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    target + " already has the label " + label.name() + " as the value of another feature");
        }
        writer.update(
                "update " + table + " set feature_id = ? where " + kind.idColumn() + " = ? and " + labelColumn + " = ?",
                feature.id(),
                target.id(),
                label.id());
    }

    private Row row(RecordWriter writer, Target target, StoredLabel label, @Nullable Long featureId) {
        var row = writer.link(table).with(kind.idColumn(), target.id()).with(labelColumn, label.id());
        return hasFeature ? row.with("feature_id", featureId) : row;
    }

    void remove(RecordWriter writer, Target target, StoredLabel label) throws SQLException {
        writer.update(
                "delete from " + table + " where " + kind.idColumn() + " = ? and " + labelColumn + " = ?",
                target.id(),
                label.id());
    }

    /** Removes the values of a feature, except these. */
    void removeValues(RecordWriter writer, Target target, StoredFeature feature, List<StoredLabel> except)
            throws SQLException {
        for (var link : of(writer.query(), target)) {
            var isKept = except.stream().anyMatch(label -> label.id() == link.labelId());
            if (Objects.equals(link.featureId(), feature.id()) && !isKept) {
                writer.update(
                        "delete from " + table + " where " + kind.idColumn() + " = ? and " + labelColumn
                                + " = ? and feature_id = ?",
                        target.id(),
                        link.labelId(),
                        feature.id());
            }
        }
    }
}
