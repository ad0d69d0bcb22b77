package lamin.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import lamin.instance.Query;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.search.SimilarNames;
import org.jspecify.annotations.Nullable;

/** The records of a registry, read as labels. */
public final class LabelTable {
    private static final int CONSIDERED_NAMES = 20_000;

    private final Query query;
    private final RegistryName registry;
    private final LabelColumns columns;

    private LabelTable(Query query, RegistryName registry, LabelColumns columns) {
        this.query = query;
        this.registry = registry;
        this.columns = columns;
    }

    /** Fails if the instance does not have the registry. */
    public static LabelTable of(Query query, RegistryName registry) throws SQLException {
        var columns = LabelColumns.of(query, registry.table());
        if (!columns.has("uid")) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "this instance has no registry " + registry + ": there is no table " + registry.table());
        }
        return new LabelTable(query, registry, columns);
    }

    public RegistryName registry() {
        return registry;
    }

    LabelColumns columns() {
        return columns;
    }

    /** The column that holds the names. */
    public String nameColumn() {
        return columns.firstOf("name", "symbol", "key", "uid");
    }

    /** Refuses a column that the registry does not have. */
    public String column(@Nullable String field) {
        if (field == null) {
            return nameColumn();
        }
        if (!columns.has(field)) {
            throw new LaminException(ErrorCode.USAGE, registry + " has no field " + field);
        }
        return field;
    }

    /** The label with that name, uid or ontology id. */
    public Optional<StoredLabel> find(LabelName name) throws SQLException {
        var typeName = name.type();
        var type = typeName == null ? null : type(typeName);
        for (var column : List.of(nameColumn(), "uid", "ontology_id")) {
            var found = columns.has(column) ? find(column, name.name(), type) : Optional.<StoredLabel>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * The label with this text in a column. Of several, the one that is outside of all types is meant.
     *
     * @param column one of {@link #column}
     * @param type the type to which it belongs, directly or not; null for any
     */
    public Optional<StoredLabel> find(String column, String text, @Nullable StoredLabel type) throws SQLException {
        var found = new ArrayList<StoredLabel>();
        for (var label : select("where l." + column + " = ?" + notInTrash(), text)) {
            if (type == null || isOf(label, type)) {
                found.add(label);
            }
        }
        if (found.size() > 1 && (found.getFirst().type() != null || found.get(1).type() == null)) {
            throw ambiguous(text, found);
        }
        return found.stream().findFirst();
    }

    private LaminException ambiguous(String text, List<StoredLabel> found) {
        return new LaminException(
                ErrorCode.USAGE,
                found.size() + " records of " + registry + " are called " + text + ": "
                        + String.join(", ", found.stream().map(StoredLabel::uid).toList())
                        + "\ngive the uid of one of them");
    }

    /** The type of labels with that name or uid. */
    public StoredLabel type(String nameOrUid) throws SQLException {
        if (!columns.has("is_type")) {
            throw new LaminException(ErrorCode.USAGE, registry + " has no types");
        }
        var condition = "where (l.name = ? or l.uid = ?) and l.is_type" + notInTrash();
        return select(condition, nameOrUid, nameOrUid).stream()
                .findFirst()
                .orElseThrow(
                        () -> new LaminException(ErrorCode.USAGE, "there is no type " + nameOrUid + " in " + registry));
    }

    /** The label with this name that belongs directly to a type, or to none. */
    Optional<StoredLabel> exact(String name, @Nullable StoredLabel type) throws SQLException {
        if (!columns.has("type_id")) {
            return find(nameColumn(), name, null);
        }
        var condition = "where l.name = ? and l.type_id is not distinct from ?" + notInTrash();
        return select(condition, name, type == null ? null : type.id()).stream().findFirst();
    }

    public StoredLabel withId(long id) throws SQLException {
        return select("where l.id = ?", id).getFirst();
    }

    /** Labels whose ids are the result of a query. */
    public List<StoredLabel> withIds(String ids, Object... parameters) throws SQLException {
        return select("where l.id in (" + ids + ")" + notInTrash(), parameters);
    }

    private String notInTrash() {
        return columns.has("branch_id") ? " and l.branch_id <> -1" : "";
    }

    private List<StoredLabel> select(String condition, @Nullable Object... parameters) throws SQLException {
        var hasTypes = columns.has("type_id");
        var sql = "select l.id, l.uid, l." + nameColumn() + (hasTypes ? ", t.name, l.is_type" : ", null, false")
                + " from "
                + columns.table() + " l " + (hasTypes ? "left join " + columns.table() + " t on t.id = l.type_id " : "")
                + condition + " order by " + (hasTypes ? "l.type_id is not null, " : "") + "l.id";
        return query.list(sql, this::label, parameters);
    }

    private StoredLabel label(ResultSet row) throws SQLException {
        var name = row.getString(3);
        return new StoredLabel(
                registry,
                row.getLong(1),
                row.getString(2),
                name == null ? row.getString(2) : name,
                row.getString(4),
                row.getBoolean(5));
    }

    /** Whether a label belongs to a type, directly or through types of types. */
    public boolean isOf(StoredLabel label, StoredLabel type) throws SQLException {
        var seen = new HashSet<Long>();
        var id = typeId(label.id());
        while (id.isPresent() && seen.add(id.get())) {
            if (id.get() == type.id()) {
                return true;
            }
            id = typeId(id.get());
        }
        return false;
    }

    private Optional<Long> typeId(long id) throws SQLException {
        return query.first(
                "select type_id from " + columns.table() + " where id = ? and type_id is not null",
                row -> row.getLong(1),
                id);
    }

    /** Existing names that a mistyped one may mean. */
    public List<String> similar(String column, String name) throws SQLException {
        var sql = "select l." + column + " from " + columns.table() + " l where length(l." + column
                + ") between ? and ?" + notInTrash() + " limit " + CONSIDERED_NAMES;
        var slack = Math.max(1, name.length() / 3);
        return new SimilarNames(query.list(sql, row -> row.getString(1), name.length() - slack, name.length() + slack))
                .to(name);
    }

    /** The name of the label that has this text among its synonyms. */
    public Optional<String> standardName(String column, String synonym) throws SQLException {
        if (!columns.has("synonyms")) {
            return Optional.empty();
        }
        var sql = "select l." + column + ", l.synonyms from " + columns.table()
                + " l where lower(l.synonyms) like ? escape '\\'" + notInTrash() + " order by l.id limit 100";
        record Named(String name, String synonyms) {}
        var pattern = "%" + synonym.toLowerCase(java.util.Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
        return query.list(sql, row -> new Named(row.getString(1), row.getString(2)), pattern).stream()
                .filter(named -> List.of(named.synonyms().split("\\|")).stream().anyMatch(synonym::equalsIgnoreCase))
                .map(Named::name)
                .findFirst();
    }

    /** The failure for a label that is not there. */
    public LaminException missing(LabelName name, String... advice) throws SQLException {
        var standard = standardName(nameColumn(), name.name());
        var hint = standard.isPresent()
                ? "\n" + name.name() + " is a synonym of " + standard.get()
                : SimilarNames.question(similar(nameColumn(), name.name()));
        return new LaminException(
                ErrorCode.USAGE,
                "there is no label " + name + " in " + registry + hint,
                List.of(advice).stream().map(lamin.schema.Remedy.Advice::new).toList(),
                null);
    }
}
