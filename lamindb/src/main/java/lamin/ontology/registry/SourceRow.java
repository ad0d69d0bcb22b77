package lamin.ontology.registry;

import java.sql.SQLException;
import java.util.List;
import lamin.ontology.source.PublicSource;
import lamin.ontology.source.SourceRows;
import lamin.record.RecordWriter;

/** The row of a source in an instance. */
record SourceRow(RecordWriter writer, PublicSource source) {
    private static final String TABLE = SourceRows.TABLE.name();

    /** Its id; the row is added if it is missing. */
    long id() throws SQLException {
        new SourceRows(List.of(source)).write(writer.connection(), writer.userId(), writer.now());
        return writer.query()
                .first("select id from " + TABLE + " where uid = ?", row -> row.getLong(1), source.uid())
                .orElseThrow();
    }

    /** Records that all its terms are in the database. */
    void markInDatabase() throws SQLException {
        writer.update(
                "update " + TABLE + " set in_db = ?, updated_at = ? where uid = ?", true, writer.now(), source.uid());
    }

    /** Lets new records be taken from it, and no longer from others of its registry and organism. */
    void use() throws SQLException {
        writer.update(
                "update " + TABLE + " set currently_used = (uid = ?), updated_at = ? where entity = ? and organism = ?",
                source.uid(),
                writer.now(),
                source.entity(),
                source.organism());
    }
}
