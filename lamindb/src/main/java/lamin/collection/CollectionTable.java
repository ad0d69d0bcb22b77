package lamin.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lamin.instance.Query;
import lamin.instance.VersionStem;

/** The rows of collections. */
record CollectionTable(Query query) {
    private static final String SELECT =
            "select c.id, c.uid, c.key, c.description, c.hash, c.is_latest, c.branch_id from lamindb_collection c"
                    + " where ";

    Optional<StoredCollection> withUid(String uid) throws SQLException {
        return query.first(SELECT + "c.uid = ?", CollectionTable::read, uid);
    }

    /** The latest version with a key that is not in the trash. */
    Optional<StoredCollection> latest(String key) throws SQLException {
        return query.first(
                SELECT + "c.key = ? and c.is_latest and c.branch_id <> -1 order by c.id desc",
                CollectionTable::read,
                key);
    }

    /** In the trash or not: there can be only one. */
    Optional<StoredCollection> withContent(String key, String hash) throws SQLException {
        return query.first(SELECT + "c.key = ? and c.hash = ?", CollectionTable::read, key, hash);
    }

    /** All versions, the first one first. */
    List<StoredCollection> versions(VersionStem stem) throws SQLException {
        return query.list(SELECT + stem.condition("c.uid"), CollectionTable::read, stem.parameters()).stream()
                .sorted(Comparator.comparing(StoredCollection::uid))
                .toList();
    }

    List<StoredCollection> latest() throws SQLException {
        return query.list(SELECT + "c.is_latest and c.branch_id <> -1 order by c.key, c.id", CollectionTable::read);
    }

    private static StoredCollection read(ResultSet row) throws SQLException {
        return new StoredCollection(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getInt(7));
    }

    /** In the order in which they were given. */
    List<CollectedArtifact> artifacts(long collection) throws SQLException {
        return query.list(
                "select a.id, a.uid, a.key, a.suffix, a.size, a.hash from lamindb_collectionartifact l"
                        + " join lamindb_artifact a on a.id = l.artifact_id where l.collection_id = ? order by l.id",
                CollectionTable::artifact,
                collection);
    }

    private static CollectedArtifact artifact(ResultSet row) throws SQLException {
        long size = row.getLong(5);
        return new CollectedArtifact(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.wasNull() ? null : size,
                row.getString(6));
    }
}
