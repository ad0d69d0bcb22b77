package lamin.feature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.instance.Base62;
import lamin.instance.JsonText;
import lamin.instance.Query;
import lamin.label.LabelTable;
import lamin.label.LabelWriting;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.search.SimilarNames;
import org.jspecify.annotations.Nullable;

/** The rows of features. */
public record FeatureTable(Query query) {
    private static final int MOST_LETTERS = 150;
    private static final String SELECT =
            "select f.id, f.uid, f.name, f._dtype_str, f.unit, f.description, f.nullable, f.coerce, f.type_id"
                    + " from lamindb_feature f where not f.is_type and f.branch_id <> -1 and ";

    /** The feature with that name, as a column of a table names it. */
    public Optional<StoredFeature> named(String name) throws SQLException {
        return query.first(SELECT + "f.name = ? order by f.type_id is not null, f.id", FeatureTable::read, name);
    }

    /** The feature with that name or uid. Of several, the one that is outside of all types is meant. */
    public Optional<StoredFeature> find(String nameOrUid) throws SQLException {
        var found = query.list(
                SELECT + "(f.name = ? or f.uid = ?) order by f.type_id is not null, f.id",
                Found::of,
                nameOrUid,
                nameOrUid);
        if (found.size() > 1 && (found.getFirst().isTyped() || !found.get(1).isTyped())) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    found.size() + " features are called " + nameOrUid + ": "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(each -> each.feature().uid())
                                            .toList())
                            + "\ngive the uid of one of them");
        }
        return found.stream().map(Found::feature).findFirst();
    }

    private record Found(StoredFeature feature, boolean isTyped) {
        static Found of(ResultSet row) throws SQLException {
            return new Found(read(row), row.getObject(9) != null);
        }
    }

    /** Fails with the names of similar features if there is none. */
    public StoredFeature get(String nameOrUid, String... advice) throws SQLException {
        var found = find(nameOrUid);
        if (found.isEmpty()) {
            throw missing(nameOrUid, advice);
        }
        return found.get();
    }

    private LaminException missing(String name, String... advice) throws SQLException {
        return new LaminException(
                ErrorCode.USAGE,
                "there is no feature " + name + SimilarNames.question(new SimilarNames(names()).to(name)),
                List.of(advice).stream().map(Advice::new).toList(),
                null);
    }

    private List<String> names() throws SQLException {
        return query.list(
                "select name from lamindb_feature where not is_type and branch_id <> -1", row -> row.getString(1));
    }

    public List<StoredFeature> list() throws SQLException {
        return query.list(SELECT + "1 = 1 order by f.name, f.id", FeatureTable::read);
    }

    public StoredFeature withId(long id) throws SQLException {
        return query.list(SELECT + "f.id = ?", FeatureTable::read, id).getFirst();
    }

    /** Those of a schema, in their order. */
    public List<StoredFeature> ofSchema(long schema) throws SQLException {
        var sql = SELECT.replace(
                "lamindb_feature f where",
                "lamindb_schemafeature m join lamindb_feature f on f.id = m.feature_id where");
        return query.list(sql + "m.schema_id = ? order by m.id", FeatureTable::read, schema);
    }

    private static StoredFeature read(ResultSet row) throws SQLException {
        return new StoredFeature(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Dtype.parse(row.getString(4)),
                row.getString(5),
                row.getString(6),
                isTrue(row, 7, true),
                isTrue(row, 8, false));
    }

    private static boolean isTrue(ResultSet row, int column, boolean absent) throws SQLException {
        var value = row.getBoolean(column);
        return row.wasNull() ? absent : value;
    }

    /** The existing feature with that name and type of values, otherwise a new one. */
    public static StoredFeature create(RecordWriter writer, FeatureDraft draft) throws SQLException {
        var features = new FeatureTable(writer.query());
        var dtype = features.withTypeUids(draft.dtype());
        var existing = features.existing(draft.name(), dtype);
        if (existing.isPresent()) {
            return existing.get();
        }
        writer.lock(LabelWriting.LOCK);
        var meanwhile = features.existing(draft.name(), dtype);
        return meanwhile.isPresent() ? meanwhile.get() : features.insert(writer, draft, dtype);
    }

    private Optional<StoredFeature> existing(String name, Dtype dtype) throws SQLException {
        var existing = query.first(SELECT + "f.name = ? and f.type_id is null", FeatureTable::read, name);
        if (existing.isPresent() && !existing.get().dtype().equals(dtype)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "feature " + name + " exists with values of type "
                            + existing.get().dtype() + ", not " + dtype);
        }
        return existing;
    }

    /** LaminDB refers to types of labels by uid, people by name. */
    private Dtype withTypeUids(Dtype dtype) throws SQLException {
        return switch (dtype) {
            case Dtype.Simple simple -> simple;
            case Dtype.ListOf(var element) -> new Dtype.ListOf(withTypeUids(element));
            case Dtype.Categorical(var categories) -> {
                var checked = new ArrayList<Category>();
                for (var category : categories) {
                    checked.add(withTypeUid(category));
                }
                yield new Dtype.Categorical(checked);
            }
        };
    }

    private Category withTypeUid(Category category) throws SQLException {
        var labels = LabelTable.of(query, category.registry());
        labels.column(category.field());
        @Nullable String type = category.type().orElse(null);
        return type == null ? category : category.withType(labels.type(type).uid());
    }

    private StoredFeature insert(RecordWriter writer, FeatureDraft draft, Dtype dtype) throws SQLException {
        if (draft.name().isBlank() || draft.name().length() > MOST_LETTERS) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "a feature needs a name of 1 to " + MOST_LETTERS + " characters, found: " + draft.name());
        }
        return withId(writer.record("lamindb_feature")
                .with("_aux", new JsonText("{}"))
                .with("uid", Base62.random(12))
                .with("name", draft.name())
                .with("_dtype_str", dtype.toString())
                .with("unit", draft.unit())
                .with("description", draft.description())
                .with("array_rank", 0)
                .with("array_size", 0)
                .with("array_shape", null)
                .with("nullable", draft.isNullable())
                .with("coerce", draft.isCoerced() ? true : null)
                .with("is_type", false)
                .insertNumbered(writer.connection()));
    }
}
