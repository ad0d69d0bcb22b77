package lamin.label;

import java.sql.SQLException;
import java.util.List;
import lamin.instance.Query;
import lamin.instance.Row;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The links from labels to the labels above them. */
record ParentTable(String table, String child, String parent) {

    /** Fails if the labels of the registry have no parents. */
    static ParentTable of(Query query, RegistryName registry) throws SQLException {
        var table = registry.table() + "_parents";
        if (!LabelColumns.of(query, table).exist()) {
            throw new LaminException(ErrorCode.USAGE, "labels of " + registry + " have no parents");
        }
        return new ParentTable(
                table, "from_" + registry.entityColumn() + "_id", "to_" + registry.entityColumn() + "_id");
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

    int delete(RecordWriter writer, long childId, long parentId) throws SQLException {
        return writer.update(
                "delete from " + table + " where " + child + " = ? and " + parent + " = ?", childId, parentId);
    }
}
