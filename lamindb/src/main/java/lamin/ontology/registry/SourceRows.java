package lamin.ontology.registry;

import java.sql.SQLException;
import java.util.Optional;
import lamin.label.RegistryName;
import lamin.ontology.source.PublicSource;
import lamin.record.RecordWriter;

/** The rows of sources. */
record SourceRows(RecordWriter writer) {
    private static final String TABLE = new RegistryName("bionty", "Source").table();

    /** The id of the row of a source, which is added if it is missing. */
    long id(PublicSource source) throws SQLException {
        var existing = find(source);
        return existing.isPresent() ? existing.get() : insert(source);
    }

    private Optional<Long> find(PublicSource source) throws SQLException {
        return writer.query()
                .first("select id from " + TABLE + " where uid = ?", row -> row.getLong(1), source.uid());
    }

    private long insert(PublicSource source) throws SQLException {
        return writer.record(TABLE)
                .with("uid", source.uid())
                .with("entity", source.entity())
                .with("organism", source.organism())
                .with("name", source.name())
                .with("version", source.version())
                .with("in_db", false)
                .with("currently_used", source.isCurrentlyUsed())
                .with("description", source.description())
                .with("url", source.url())
                .with("source_website", source.website())
                .insertNumbered(writer.connection());
    }

    void markInDatabase(long id) throws SQLException {
        writer.update("update " + TABLE + " set in_db = ?, updated_at = ? where id = ?", true, writer.now(), id);
    }
}
