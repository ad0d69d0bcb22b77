package lamin.run;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lamin.instance.VersionStem;
import lamin.record.RecordWriter;
import lnschema_core.Md5;
import org.jspecify.annotations.Nullable;

/** The rows of transforms. The same source under the same key is one version of a transform. */
final class TransformRows {
    private static final int STEM = 12;

    private final RecordWriter writer;

    TransformRows(RecordWriter writer) {
        this.writer = writer;
    }

    private record Version(long id, String uid, @Nullable String hash) {}

    /** The id of a transform; it is added if it is missing, as a new version if others have its key. */
    long id(TransformSpec transform) throws SQLException {
        writer.lock("transform " + transform.key());
        var source = transform.source();
        var hash = source == null ? null : Md5.base64(source);
        var versions = versions(transform.key());
        var same = versions.stream()
                .filter(version -> hash == null ? version.hash() == null : hash.equals(version.hash()))
                .findFirst();
        return same.isPresent()
                ? same.get().id()
                : add(transform, hash, versions.stream().findFirst());
    }

    /** Those outside of the trash, the latest first. */
    private List<Version> versions(String key) throws SQLException {
        var sql = "select id, uid, hash from lamindb_transform where key = ? and branch_id <> -1";
        return writer
                .query()
                .list(sql, row -> new Version(row.getLong(1), row.getString(2), row.getString(3)), key)
                .stream()
                .sorted(Comparator.comparing(Version::uid).reversed())
                .toList();
    }

    private long add(TransformSpec transform, @Nullable String hash, Optional<Version> previous) throws SQLException {
        if (previous.isPresent()) {
            writer.update(
                    "update lamindb_transform set is_latest = false where key = ? and is_latest and branch_id = 1",
                    transform.key());
        }
        var uid = previous.map(version -> VersionStem.next(version.uid())).orElseGet(() -> VersionStem.first(STEM));
        return writer.record("lamindb_transform")
                .with("uid", uid)
                .with("key", transform.key())
                .with("kind", transform.kind())
                .with("source_code", transform.source())
                .with("hash", hash)
                .with("is_latest", true)
                .insertNumbered(writer.connection());
    }
}
