package lamin.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.dataset.StoredSchema.Member;
import lamin.dataset.StoredSchema.Rules;
import lamin.feature.FeatureTable;
import lamin.instance.Base62;
import lamin.instance.JsonText;
import lamin.instance.Query;
import lamin.instance.Row;
import lamin.label.LabelWriting;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.search.SimilarNames;
import org.jspecify.annotations.Nullable;

/** The rows of schemas. */
record SchemaTable(Query query) {
    private static final String SELECT =
            "select s.id, s.uid, s.name, s.hash, s.n_members, s._aux, s.itype, s.flexible, s.minimal_set, s.ordered_set,"
                    + " s.maximal_set, s.coerce from lamindb_schema s"
                    + " where not s.is_type and s.branch_id <> -1 and ";

    /** A row without its members. */
    private record Found(StoredSchema schema, @Nullable String auxiliary) {}

    /** The schema with that name or uid. */
    Optional<StoredSchema> find(String nameOrUid) throws SQLException {
        var found =
                query.list(SELECT + "(s.name = ? or s.uid = ?) order by s.id", SchemaTable::read, nameOrUid, nameOrUid);
        if (found.size() > 1) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    found.size() + " schemas are called " + nameOrUid + ": "
                            + found.stream().map(each -> each.schema().uid()).collect(Collectors.joining(", "))
                            + "\ngive the uid of one of them");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(complete(found.getFirst()));
    }

    StoredSchema get(String nameOrUid) throws SQLException {
        var found = find(nameOrUid);
        if (found.isEmpty()) {
            throw missing(nameOrUid);
        }
        return found.get();
    }

    private LaminException missing(String name) throws SQLException {
        var names = query.list(
                "select name from lamindb_schema where name is not null and not is_type and branch_id <> -1",
                row -> row.getString(1));
        return new LaminException(
                ErrorCode.USAGE,
                "there is no schema " + name + SimilarNames.question(new SimilarNames(names).to(name)));
    }

    Optional<StoredSchema> withHash(String hash) throws SQLException {
        var found = query.first(SELECT + "s.hash = ? order by s.id", SchemaTable::read, hash);
        return found.isEmpty() ? Optional.empty() : Optional.of(complete(found.get()));
    }

    List<StoredSchema> list() throws SQLException {
        return query.list(SELECT + "s.name is not null order by s.name, s.id", SchemaTable::read).stream()
                .map(Found::schema)
                .toList();
    }

    private static Found read(ResultSet row) throws SQLException {
        var count = row.getLong(5);
        var memberCount = row.wasNull() ? null : count;
        var rules = new Rules(
                row.getString(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getBoolean(12));
        return new Found(
                new StoredSchema(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        memberCount,
                        List.of(),
                        rules),
                row.getString(6));
    }

    private StoredSchema complete(Found found) throws SQLException {
        var schema = found.schema();
        var optional = found.auxiliary() == null ? Set.<String>of() : OptionalMembers.read(found.auxiliary());
        var members = new FeatureTable(query)
                .ofSchema(schema.id()).stream()
                        .map(feature -> new Member(feature, optional.contains(feature.uid())))
                        .toList();
        return new StoredSchema(
                schema.id(), schema.uid(), schema.name(), schema.hash(), schema.memberCount(), members, schema.rules());
    }

    /**
     * The existing schema with the same members and rules, otherwise a new one.
     *
     * @param memberCount the number of members, which may be recorded without the members
     */
    static StoredSchema create(RecordWriter writer, SchemaDraft draft, long memberCount) throws SQLException {
        writer.lock(LabelWriting.LOCK);
        var table = new SchemaTable(writer.query());
        var hash = SchemaHash.of(draft.members(), memberCount, draft.rules());
        var existing = table.withHash(hash);
        if (existing.isPresent()) {
            return named(writer, existing.get(), draft.name());
        }
        table.refuseTaken(draft.name());
        var uid = Base62.random(16);
        long id = row(writer, draft, memberCount)
                .with("uid", uid)
                .with("hash", hash)
                .insertNumbered(writer.connection());
        for (var member : draft.members()) {
            new Row("lamindb_schemafeature")
                    .with("feature_id", member.feature().id())
                    .with("schema_id", id)
                    .insert(writer.connection());
        }
        return table.get(uid);
    }

    /** A schema that was made for a table gets the name that someone gives to the same schema. */
    private static StoredSchema named(RecordWriter writer, StoredSchema existing, @Nullable String name)
            throws SQLException {
        if (name == null || existing.name() != null) {
            return existing;
        }
        new SchemaTable(writer.query()).refuseTaken(name);
        writer.update(
                "update lamindb_schema set name = ?, updated_at = ? where id = ?", name, writer.now(), existing.id());
        return new SchemaTable(writer.query()).get(existing.uid());
    }

    private void refuseTaken(@Nullable String name) throws SQLException {
        if (name != null && query.exists(SELECT + "s.name = ?", name)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "schema " + name + " exists with other columns or rules",
                    new Advice("choose another name"));
        }
    }

    private static Row row(RecordWriter writer, SchemaDraft draft, long memberCount) {
        var rules = draft.rules();
        var auxiliary = OptionalMembers.json(draft.members());
        return writer.record("lamindb_schema")
                .with("_aux", auxiliary == null ? null : new JsonText(auxiliary))
                .with("name", draft.name())
                .with("n_members", memberCount)
                .with("coerce", rules.isCoerced() ? true : null)
                .with("flexible", rules.isFlexible())
                .with("itype", rules.itype())
                .with("minimal_set", rules.isMinimalSet())
                .with("ordered_set", rules.isOrderedSet())
                .with("maximal_set", rules.isMaximalSet())
                .with("is_type", false);
    }
}
