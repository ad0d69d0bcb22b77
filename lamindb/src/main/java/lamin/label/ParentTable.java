package lamin.label;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lamin.instance.Query;
import lamin.instance.Row;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The links from labels to the labels above them. */
public record ParentTable(String table, String child, String parent) {

    /** Fails if the labels of the registry have no parents. */
    static ParentTable of(Query query, RegistryName registry) throws SQLException {
        return find(query, registry)
                .orElseThrow(() -> new LaminException(ErrorCode.USAGE, "labels of " + registry + " have no parents"));
    }

    /** Empty if the records of the registry have no parents. */
    public static Optional<ParentTable> find(Query query, RegistryName registry) throws SQLException {
        var table = registry.table() + "_parents";
        var entity = registry.entityColumn();
        return LabelColumns.of(query, table).exist()
                ? Optional.of(new ParentTable(table, "from_" + entity + "_id", "to_" + entity + "_id"))
                : Optional.empty();
    }

    Row row(long childId, long parentId) {
        return new Row(table).with(child, childId).with(parent, parentId);
    }

    List<Long> of(Query query, long id) throws SQLException {
        return query.list(select(true), row -> row.getLong(1), id);
    }

    /** A query for the ids of the parents or the children of a label. */
    String select(boolean parents) {
        return "select " + (parents ? parent : child) + " from " + table + " where " + (parents ? child : parent)
                + " = ?";
    }

    public int delete(RecordWriter writer, long childId, long parentId) throws SQLException {
        return writer.update(
                "delete from " + table + " where " + child + " = ? and " + parent + " = ?", childId, parentId);
    }
}
