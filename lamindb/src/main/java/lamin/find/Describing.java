package lamin.find;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import lamin.catalog.Catalog;
import lamin.catalog.CatalogTable;
import lamin.catalog.ColumnKind;
import lamin.catalog.Relation;
import lamin.find.Description.Item;
import lamin.find.Description.Section;
import lamin.find.Description.Version;
import lamin.instance.VersionStem;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.sql.Jdbc.RowReader;
import lamin.schema.internal.sql.SqlTokens;

/** Describes a record by the columns, the foreign keys and the link tables of its registry. */
final class Describing {
    private static final String FEATURE = "feature_id";
    private static final int MOST = 10;
    private static final Map<String, String> HEADINGS =
            Map.of("jsonvalues", "feature values", "input_artifacts", "inputs", "output_artifacts", "outputs");

    private final Catalog catalog;
    private final Values values;
    private final CatalogTable table;
    private final ColumnSql columns;

    Describing(Catalog catalog, Values values, String registry) throws SQLException {
        this.catalog = catalog;
        this.values = values;
        this.table = catalog.registry(registry);
        this.columns = new ColumnSql(new Paths(catalog));
    }

    Description of(String name) throws SQLException {
        var id = find(name);
        var facts = facts(id);
        var title = query(
                        "select " + Paths.title(table, "t0") + from() + " where t0.id = ?", row -> row.getString(1), id)
                .getFirst();
        return new Description(table.qualifiedName(), title, facts, sections(id), versions(facts));
    }

    /** The table and the uid of a record. */
    RecordName locate(String name) throws SQLException {
        if (!table.has("uid") || !table.has("branch_id")) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "records of " + table.qualifiedName() + " cannot be deleted, because others depend on them");
        }
        var uid = query("select t0.uid" + from() + " where t0.id = ?", row -> row.getString(1), find(name))
                .getFirst();
        return new RecordName(table.table(), uid);
    }

    private String from() {
        return " from " + table.quoted() + " t0";
    }

    /** Visible records take precedence over others, and uids over names. */
    private Object find(String name) throws SQLException {
        for (var condition : List.of(visible(), "")) {
            for (var column : Paths.identifiers(table)) {
                var found = ids(" where t0." + SqlTokens.quote(column) + " = ?" + condition, name);
                if (!found.isEmpty()) {
                    return only(name, column, found);
                }
            }
            var versions = versions(new VersionStem(name), condition);
            if (!versions.isEmpty()) {
                return versions.getFirst();
            }
        }
        throw new LaminException(
                ErrorCode.USAGE,
                "there is no " + table.qualifiedName() + " with the " + String.join(", ", Paths.identifiers(table))
                        + " '" + name + "'");
    }

    /** The newest version first. */
    private List<Object> versions(VersionStem stem, String condition) throws SQLException {
        if (!table.isVersioned()) {
            return List.of();
        }
        record Numbered(String uid, Object id) {}
        return query(
                        "select t0.uid, t0.id" + from() + " where " + stem.condition("t0.uid") + condition,
                        row -> new Numbered(row.getString(1), row.getObject(2)),
                        stem.parameters())
                .stream()
                .sorted(Comparator.comparing(Numbered::uid).reversed())
                .map(Numbered::id)
                .toList();
    }

    private List<Object> ids(String rest, Object... parameters) throws SQLException {
        return query("select t0.id" + from() + rest, row -> row.getObject(1), parameters);
    }

    private String visible() {
        return (table.has("branch_id") ? " and t0.branch_id <> -1" : "")
                + (table.isVersioned() ? " and t0.is_latest" : "");
    }

    private Object only(String name, String column, List<Object> found) throws SQLException {
        if (found.size() > 1 && table.has("uid")) {
            var uids = query(
                    "select t0.uid" + from() + " where t0." + SqlTokens.quote(column) + " = ? order by t0.id",
                    row -> row.getString(1),
                    name);
            throw new LaminException(
                    ErrorCode.USAGE,
                    "several records of " + table.qualifiedName() + " have the " + column + " '" + name
                            + "'\ntheir uids: " + uids.stream().limit(MOST).collect(Collectors.joining(", ")));
        }
        return found.getFirst();
    }

    private SequencedMap<String, Object> facts(Object id) throws SQLException {
        var selected = selected();
        var list = selected.stream().map(Selected::sql).collect(Collectors.joining(", "));
        return query(
                        "select " + list + from() + " where t0.id = ?",
                        row -> {
                            var facts = new LinkedHashMap<String, Object>();
                            for (int i = 0; i < selected.size(); i++) {
                                var column = selected.get(i).column();
                                var value = values.read(row, i + 1, column.kind());
                                if (value != null && isTelling(column, value)) {
                                    facts.put(column.title(), value);
                                }
                            }
                            return facts;
                        },
                        id)
                .getFirst();
    }

    /** The columns, and for a record that a run created the transform of the run. */
    private List<Selected> selected() throws SQLException {
        var selected = new ArrayList<>(columns.all(table));
        var run = table.reference("run").orElse(null);
        if (run != null && catalog.table(run.target()).reference("transform").isPresent()) {
            var path = columns.expression(table, "t0", "run.transform");
            selected.add(new Selected(new ShownColumn("transform", path.kind(), true), path.sql()));
        }
        return selected;
    }

    /** References are shown by the titles of the other records; {@code null} is the JSON value. */
    private boolean isTelling(ShownColumn column, Object value) {
        return !column.title().equals("id")
                && table.referenceOf(column.title()).isEmpty()
                && !List.of(false, "", "null").contains(value);
    }

    private List<Section> sections(Object id) throws SQLException {
        var sections = new ArrayList<Section>();
        for (var relation : catalog.relations(table)) {
            var section = section(relation, id);
            if (section.total() > 0) {
                sections.add(section);
            }
        }
        return sections;
    }

    private Section section(Relation relation, Object id) throws SQLException {
        var link = catalog.table(relation.link());
        var target = catalog.table(relation.target());
        var records = relation.isLinked()
                ? "%s l join %s x on x.id = l.%s where l.%s = ?"
                        .formatted(
                                link.quoted(),
                                target.quoted(),
                                SqlTokens.quote(relation.to()),
                                SqlTokens.quote(relation.from()))
                : "%s x where x.%s = ?".formatted(target.quoted(), SqlTokens.quote(relation.from()));
        var totals = new ArrayList<Long>();
        var items = query(
                "select %s, %s, %s, count(*) over () from %s order by x.id limit %d"
                        .formatted(
                                Paths.title(target, "x"),
                                target.has("uid") ? "x.uid" : "null",
                                detail(relation, link, target),
                                records,
                                MOST),
                row -> {
                    totals.add(row.getLong(4));
                    return new Item(row.getString(1), row.getString(2), row.getString(3));
                },
                id);
        var heading = HEADINGS.getOrDefault(
                relation.name(), relation.name().replace('_', ' ').strip());
        return new Section(heading, totals.isEmpty() ? 0 : totals.getFirst(), items);
    }

    /** The feature to which a value belongs, or the slot. */
    private static String detail(Relation relation, CatalogTable link, CatalogTable target) {
        var isOfFeature = List.of(relation.from(), relation.to()).contains(FEATURE);
        if (relation.isLinked() && link.has(FEATURE) && !isOfFeature) {
            return "(select f.name from lamindb_feature f where f.id = l.feature_id)";
        }
        if (target.has(FEATURE) && target.has("value")) {
            return "(select f.name from lamindb_feature f where f.id = x.feature_id)";
        }
        return relation.isLinked() && link.has("slot") ? "l.slot" : "null";
    }

    private List<Version> versions(Map<String, Object> facts) throws SQLException {
        if (!table.isVersioned() || !(facts.get("uid") instanceof String uid) || uid.length() <= VersionStem.DIGITS) {
            return List.of();
        }
        var stem = VersionStem.of(uid);
        var versions = query(
                        "select t0.uid, %s, t0.is_latest, t0.created_at%s where %s"
                                .formatted(
                                        table.has("version_tag") ? "t0.version_tag" : "null",
                                        from(),
                                        stem.condition("t0.uid")),
                        row -> new Version(
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                values.read(row, 4, ColumnKind.TIME)),
                        stem.parameters())
                .stream()
                .sorted(Comparator.comparing(Version::uid))
                .toList();
        return versions.size() < 2 ? List.of() : versions;
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        return SqlText.of(sql, parameters).query(catalog.connection(), reader);
    }
}
