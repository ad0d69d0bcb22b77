package lamin.trash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.instance.Query;
import lamin.record.RecordStore;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.AllowInput;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.TableName;

/** Deletes records of any registry. A record in the trash is on branch -1, as in LaminDB. */
public final class Trash {
    /** The branches of LaminDB. */
    private static final int TRASH = -1;

    private static final int MAIN = 1;

    private final RecordStore records;

    public Trash(RecordStore records) {
        this.records = records;
    }

    /** Moves a record to the trash. If it was the latest version, the one before it becomes the latest. */
    public void move(TableName table, String uid) {
        records.write(writer -> {
            boolean isPromoted = Versions.isLatest(writer, table, uid) && Versions.promoteBefore(writer, table, uid);
            int changed = writer.update(
                    "update " + quoted(writer, table) + " set branch_id = ?" + (isPromoted ? ", is_latest = false" : "")
                            + " where uid = ?",
                    TRASH,
                    uid);
            return requireOne(changed, table, uid);
        });
    }

    /** Moves a record back from the trash. */
    public void restore(TableName table, String uid) {
        records.write(writer -> requireOne(
                writer.update(
                        "update " + quoted(writer, table) + " set branch_id = ? where uid = ? and branch_id = ?",
                        MAIN,
                        uid,
                        TRASH),
                table,
                uid));
    }

    private static boolean requireOne(int changed, TableName table, String uid) {
        if (changed == 0) {
            throw missing(table, uid);
        }
        return true;
    }

    private static LaminException missing(TableName table, String uid) {
        return new LaminException(
                ErrorCode.USAGE, "there is no such record, or it is not in the trash: " + uid + " in " + table);
    }

    /** What would go with a record if it was deleted permanently. Nothing is changed. */
    public DeletePlan plan(TableName table, String uid) {
        return records.read(connection -> plan(connection, table, id(connection, table, uid), uid));
    }

    /**
     * The same for a record that may be without a uid.
     *
     * @param name its uid, or another name of it for messages
     */
    public DeletePlan plan(TableName table, long id, String name) {
        return records.read(connection -> plan(connection, table, id, name));
    }

    private static DeletePlan plan(Connection connection, TableName table, long id, String name) throws SQLException {
        return new DeletePlan(table, id, name, new References(connection).to(table, id));
    }

    private static long id(Connection connection, TableName table, String uid) throws SQLException {
        var sql = "select id from " + DatabaseSystem.of(connection).quoted(table) + " where uid = ?";
        return new Query(connection).first(sql, row -> row.getLong(1), uid).orElseThrow(() -> missing(table, uid));
    }

    /** What else is done in the same transaction. */
    @FunctionalInterface
    public interface Also {
        /** Nothing. */
        Also NOTHING = writer -> {};

        void in(RecordWriter writer) throws SQLException;
    }

    /**
     * Deletes a record permanently.
     *
     * @param allowedInputs the uids of records that may be deleted although runs had them as inputs
     * @throws LaminException with {@code REFUSED} if it is another input, or rows cannot be without it
     */
    public void delete(DeletePlan plan, Set<String> allowedInputs, Also also) {
        requireDeletable(plan, allowedInputs);
        records.write(writer -> {
            for (var reference : plan.references()) {
                writer.update(statement(reference, writer), plan.id());
            }
            also.in(writer);
            if (Versions.isLatest(writer, plan.table(), plan.uid())) {
                Versions.promoteBefore(writer, plan.table(), plan.uid());
            }
            return writer.update("delete from " + quoted(writer, plan.table()) + " where id = ?", plan.id());
        });
    }

    private static String quoted(RecordWriter writer, TableName table) throws SQLException {
        return DatabaseSystem.of(writer.connection()).quoted(table);
    }

    private static String statement(Reference reference, RecordWriter writer) throws SQLException {
        var table = quoted(writer, reference.table());
        var column = SqlTokens.quote(reference.column());
        return switch (reference.effect()) {
            case DELETED, INPUT -> "delete from " + table + " where " + column + " = ?";
            case CLEARED -> "update " + table + " set " + column + " = null where " + column + " = ?";
            case BLOCKING -> throw new IllegalArgumentException("not deletable: " + reference);
        };
    }

    private static void requireDeletable(DeletePlan plan, Set<String> allowedInputs) {
        var blocking = plan.references(Reference.Effect.BLOCKING);
        if (!blocking.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    plan.uid() + " is needed by "
                            + blocking.stream()
                                    .map(each -> each.rows() + " rows of " + each)
                                    .collect(Collectors.joining(", "))
                            + "\nnothing was deleted",
                    new Advice("delete those first"));
        }
        if (plan.inputs() > 0 && !allowedInputs.contains(plan.uid())) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    plan.uid() + " is an input of " + plan.inputs() + (plan.inputs() == 1 ? " run" : " runs")
                            + ", whose lineage would be incomplete\nnothing was deleted",
                    new AllowInput(plan.registry(), plan.uid()));
        }
    }
}
