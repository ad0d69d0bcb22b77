package lamin.annotation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.feature.FeatureTable;
import lamin.feature.PlainValues;
import lamin.feature.PlainValues.Stored;
import lamin.feature.StoredFeature;
import lamin.instance.JsonText;
import lamin.instance.Query;
import lamin.label.LabelColumns;
import lamin.label.LabelWriting;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The plain values of records: rows that records share, found by the hash of the value. */
record ValueLinks(Target target) {

    private String table() {
        return target.kind().valueTable();
    }

    private String idColumn() {
        return target.kind().idColumn();
    }

    boolean exist(Query query) throws SQLException {
        return LabelColumns.of(query, table()).exist();
    }

    /** Replaces the values of a feature. */
    void set(RecordWriter writer, StoredFeature feature, List<Stored> values) throws SQLException {
        if (!exist(writer.query())) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "a " + target.kind().columnName() + " can have labels but no values of type " + feature.dtype()
                            + "\nfeature " + feature.name() + " was not set");
        }
        var ids = new ArrayList<Long>();
        for (var value : values) {
            ids.add(valueId(writer, feature, value));
        }
        for (var id : linked(writer.query(), feature)) {
            if (!ids.contains(id)) {
                unlink(writer, id);
            }
        }
        for (var id : ids) {
            writer.link(table())
                    .with("jsonvalue_id", id)
                    .with(idColumn(), target.id())
                    .insertIfAbsent(writer.connection());
        }
    }

    void remove(RecordWriter writer, StoredFeature feature) throws SQLException {
        if (exist(writer.query())) {
            for (var id : linked(writer.query(), feature)) {
                unlink(writer, id);
            }
        }
    }

    /** The shared row stays, as in LaminDB. */
    private void unlink(RecordWriter writer, long valueId) throws SQLException {
        writer.update(
                "delete from " + table() + " where " + idColumn() + " = ? and jsonvalue_id = ?", target.id(), valueId);
    }

    private List<Long> linked(Query query, StoredFeature feature) throws SQLException {
        return query.list(
                "select v.id from " + table() + " l join lamindb_jsonvalue v on v.id = l.jsonvalue_id where l."
                        + idColumn() + " = ? and v.feature_id = ?",
                row -> row.getLong(1),
                target.id(),
                feature.id());
    }

    private static long valueId(RecordWriter writer, StoredFeature feature, Stored value) throws SQLException {
        var existing = find(writer.query(), feature, value);
        if (existing.isPresent()) {
            return existing.get();
        }
        writer.lock(LabelWriting.LOCK);
        var meanwhile = find(writer.query(), feature, value);
        return meanwhile.isPresent() ? meanwhile.get() : insert(writer, feature, value);
    }

    static Optional<Long> find(Query query, StoredFeature feature, Stored value) throws SQLException {
        return query.first(
                "select id from lamindb_jsonvalue where feature_id = ? and hash = ?",
                row -> row.getLong(1),
                feature.id(),
                value.hash());
    }

    private static long insert(RecordWriter writer, StoredFeature feature, Stored value) throws SQLException {
        return writer.link("lamindb_jsonvalue")
                .with("_aux", null)
                .with("feature_id", feature.id())
                .with("value", new JsonText(value.json()))
                .with("hash", value.hash())
                .insertNumbered(writer.connection());
    }

    /** A value and its feature. */
    record Value(StoredFeature feature, Object value) {}

    List<Value> read(Query query) throws SQLException {
        if (!exist(query)) {
            return List.of();
        }
        record Json(long featureId, String json) {}
        var found = query.list(
                "select v.feature_id, v.value from " + table()
                        + " l join lamindb_jsonvalue v on v.id = l.jsonvalue_id where l." + idColumn()
                        + " = ? and v.feature_id is not null order by l.id",
                row -> new Json(row.getLong(1), row.getString(2)),
                target.id());
        var features = new FeatureTable(query);
        var values = new ArrayList<Value>();
        for (var each : found) {
            var feature = features.withId(each.featureId());
            values.add(new Value(feature, PlainValues.read(feature.dtype(), each.json())));
        }
        return values;
    }
}
