package lamin.artifact;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamin.content.Content;
import lamin.instance.Parameters;
import lamin.instance.Statements;
import lamin.instance.VersionStem;
import lamin.schema.internal.sql.Jdbc;
import org.jspecify.annotations.Nullable;

/** The rows of artifacts, and our own rows beside them. */
final class ArtifactRows {
    private static final String SELECT = """
        select a.id, a.uid, a.key, a._real_key, a.description, a.suffix, a.kind, a.size, a.hash, a._hash_type, a.n_files,
        a.is_latest, a._key_is_virtual, a._overwrite_versions, a.branch_id, s.root
        from lamindb_artifact a join lamindb_storage s on s.id = a.storage_id
        """;

    private static final int PAGE = 1000;

    /** The suffixes of what Python's LaminDB calls a data frame when it saves a file. */
    private static final Set<String> TABLES = Set.of(".csv", ".parquet", ".ipc");

    private final Connection connection;
    private final Statements statements;

    ArtifactRows(Statements statements) {
        this.connection = statements.connection();
        this.statements = statements;
    }

    /** Those with the same hash in any storage, the oldest first. */
    List<StoredArtifact> withHash(String hash) throws SQLException {
        return list("where a.hash = ? order by a.id", hash);
    }

    Optional<StoredArtifact> withUid(String uid) throws SQLException {
        return list("where a.uid = ?", uid).stream().findFirst();
    }

    /** The next ones in the order of their ids. */
    List<StoredArtifact> after(long id) throws SQLException {
        return list("where a.id > ? order by a.id limit " + PAGE, id);
    }

    /** Whether an artifact has that size, in bytes. */
    boolean hasSize(long size) throws SQLException {
        var statement = statements.of("select 1 from lamindb_artifact where size = ? limit 1");
        statement.setLong(1, size);
        try (var rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    /** All versions, the first one first. */
    List<StoredArtifact> versions(VersionStem stem) throws SQLException {
        var ofStem = "where a.id in (select id from lamindb_artifact where " + stem.condition("uid") + ")";
        return list(ofStem, stem.parameters()).stream()
                .sorted(Comparator.comparing(StoredArtifact::uid))
                .toList();
    }

    /** The latest versions with a key that are not in the trash, the newest first. */
    List<StoredArtifact> latestOfKey(String key) throws SQLException {
        return list("where a.key = ? and a.is_latest and a.branch_id <> -1 order by a.id desc", key);
    }

    private List<StoredArtifact> list(String condition, Object... parameters) throws SQLException {
        var statement = statements.of(SELECT + condition);
        Parameters.bind(connection, statement, List.of(parameters));
        try (var rows = statement.executeQuery()) {
            var found = new ArrayList<StoredArtifact>();
            while (rows.next()) {
                found.add(artifact(rows));
            }
            return found;
        }
    }

    private static StoredArtifact artifact(ResultSet row) throws SQLException {
        return new StoredArtifact(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                number(row, 8),
                row.getString(9),
                row.getString(10),
                number(row, 11),
                row.getBoolean(12),
                row.getBoolean(13),
                row.getBoolean(14),
                row.getInt(15),
                row.getString(16));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** An artifact that is to be added. */
    record NewArtifact(
            String uid,
            @Nullable String key,
            @Nullable String description,
            boolean hasVirtualKey,
            SaveOptions options,
            String suffix,
            Content content) {}

    /** Adds a row and returns its id. */
    long insert(NewArtifact artifact, RowContext context) throws SQLException {
        var content = artifact.content();
        return context.writer()
                .record("lamindb_artifact")
                .with("run_id", artifact.options().isOutput() ? context.writer().runId() : null)
                .with("uid", artifact.uid())
                .with("key", artifact.key())
                .with("description", artifact.description())
                .with("suffix", artifact.suffix())
                .with("kind", artifact.options().kind())
                .with("otype", TABLES.contains(artifact.suffix()) ? "DataFrame" : null)
                .with("size", content.size())
                .with("hash", content.hash().text())
                .with("_hash_type", content.hash().kind().label())
                .with("n_files", content.files())
                .with("is_latest", true)
                .with("_key_is_virtual", artifact.hasVirtualKey())
                .with("_overwrite_versions", false)
                .with("storage_id", context.storageId())
                .insertNumbered(statements);
    }

    /** Versions with this stem are no longer the latest. */
    void supersede(VersionStem stem) throws SQLException {
        update(
                "update lamindb_artifact set is_latest = false where is_latest and branch_id = 1 and "
                        + stem.condition("uid"),
                stem.parameters());
    }

    /** The SHA-256 of all of its bytes, if it was recorded. */
    Optional<String> sha256(long artifact) throws SQLException {
        return one("select sha256 from lamin_content where artifact_id = ?", artifact);
    }

    void recordSha256(long artifact, String sha256) throws SQLException {
        update(
                "insert into lamin_content (artifact_id, sha256) select ?, ? where not exists (select 1 from"
                        + " lamin_content where artifact_id = ?)",
                artifact,
                sha256,
                artifact);
    }

    /** The temporary path of an artifact whose file is not in its place yet. */
    Optional<String> upload(long artifact) throws SQLException {
        return one("select temporary from lamin_upload where artifact_id = ?", artifact);
    }

    void beginUpload(long artifact, String temporary) throws SQLException {
        endUpload(artifact);
        update("insert into lamin_upload (artifact_id, temporary) values (?, ?)", artifact, temporary);
    }

    void endUpload(long artifact) throws SQLException {
        update("delete from lamin_upload where artifact_id = ?", artifact);
    }

    /** The artifacts whose files are not in their place yet, with their temporary paths. */
    Map<StoredArtifact, String> uploads() throws SQLException {
        var found = new LinkedHashMap<StoredArtifact, String>();
        for (var artifact : list("where a.id in (select artifact_id from lamin_upload) order by a.id")) {
            upload(artifact.id()).ifPresent(temporary -> found.put(artifact, temporary));
        }
        return found;
    }

    /** A file that no artifact has any more. */
    void beginRemoval(String path) throws SQLException {
        endRemoval(path);
        update("insert into lamin_removal (path) values (?)", path);
    }

    void endRemoval(String path) throws SQLException {
        update("delete from lamin_removal where path = ?", path);
    }

    /** The paths of files that could not be removed yet. */
    List<String> removals() throws SQLException {
        return Jdbc.query(connection, "select path from lamin_removal order by path", row -> row.getString(1));
    }

    /** Forgets what is recorded beside the row of an artifact. */
    void forget(long artifact) throws SQLException {
        endUpload(artifact);
        update("delete from lamin_content where artifact_id = ?", artifact);
    }

    private Optional<String> one(String sql, long parameter) throws SQLException {
        var statement = statements.of(sql);
        statement.setLong(1, parameter);
        try (var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private void update(String sql, Object... parameters) throws SQLException {
        var statement = statements.of(sql);
        Parameters.bind(connection, statement, List.of(parameters));
        statement.executeUpdate();
    }
}
