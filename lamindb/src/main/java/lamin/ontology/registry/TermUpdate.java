package lamin.ontology.registry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import lamin.instance.Query;
import lamin.instance.RowBatch;
import lamin.label.LabelColumns;
import lamin.label.ParentTable;
import lamin.ontology.Term;
import lamin.ontology.registry.UpdateReport.Moved;
import lamin.ontology.registry.UpdateReport.Renamed;
import lamin.ontology.registry.UpdateReport.Retired;
import lamin.ontology.source.SourceTerms;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** Compares a registry with a newer version of the source of its terms, and brings it up to that. */
final class TermUpdate {
    /** How the description of a retired term begins. */
    static final String RETIRED = "obsolete in ";

    private final Query query;
    private final TermTable table;
    private final SourceTerms source;
    private final String idColumn;
    private final Map<String, Stored> stored = new HashMap<>();
    private final Map<Long, Long> artifacts = new HashMap<>();

    /** @param parents ids of terms */
    private record Stored(StoredTerm term, @Nullable String description, Set<String> parents) {
        boolean isRetired() {
            return description != null && description.startsWith(RETIRED);
        }
    }

    TermUpdate(Query query, TermTable table, SourceTerms source) throws SQLException {
        this.query = query;
        this.table = table;
        this.source = source;
        this.idColumn = table.idColumns().stream()
                .findFirst()
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        "terms of " + table.registry() + " have no ids by which they could be compared"));
        readTerms();
        if (table.parents().isPresent()) {
            readParents(table.parents().get());
        }
        readUses();
    }

    private void readTerms() throws SQLException {
        var sql = "select id, uid, " + table.nameColumn() + ", " + idColumn + ", description from " + table.table()
                + " where " + idColumn + " is not null";
        query.list(sql, row -> {
            var name = row.getString(3);
            var term = new StoredTerm(
                    row.getLong(1), row.getString(2), name == null ? row.getString(2) : name, row.getString(4));
            return stored.put(row.getString(4), new Stored(term, row.getString(5), new HashSet<>()));
        });
    }

    private void readParents(ParentTable parents) throws SQLException {
        var sql = "select c." + idColumn + ", p." + idColumn + " from " + parents.table() + " l join " + table.table()
                + " c on c.id = l." + parents.child() + " join " + table.table() + " p on p.id = l." + parents.parent();
        query.list(sql, row -> {
            var child = stored.get(row.getString(1));
            return child != null && row.getString(2) != null && child.parents().add(row.getString(2));
        });
    }

    private void readUses() throws SQLException {
        var links = table.registry().linkTable("artifact");
        if (LabelColumns.of(query, links).exist()) {
            var label = table.registry().entityColumn() + "_id";
            query.list(
                    "select " + label + ", count(*) from " + links + " group by " + label,
                    row -> artifacts.put(row.getLong(1), row.getLong(2)));
        }
    }

    private long artifacts(StoredTerm term) {
        return artifacts.getOrDefault(term.id(), 0L);
    }

    UpdateReport report() {
        var added = new ArrayList<String>();
        var renamed = new ArrayList<Renamed>();
        var retired = new ArrayList<Retired>();
        var moved = new ArrayList<Moved>();
        var present = new HashSet<>(stored.keySet());
        var newParents = new LinkedHashMap<String, List<String>>();
        try (var terms = source.open()) {
            for (var term = terms.next(); term != null; term = terms.next()) {
                var known = stored.get(term.id());
                if (known == null) {
                    if (!term.isObsolete()) {
                        added.add(term.id());
                        present.add(term.id());
                    }
                } else if (term.isObsolete()) {
                    if (!known.isRetired()) {
                        retired.add(
                                new Retired(known.term(), term.replacedBy(), term.consider(), artifacts(known.term())));
                    }
                } else {
                    var name = term.name();
                    if (name != null && !name.equals(known.term().name())) {
                        renamed.add(new Renamed(known.term(), name, artifacts(known.term())));
                    }
                    newParents.put(term.id(), term.parents(source.source().hasPartOf()));
                }
            }
        }
        if (table.parents().isPresent()) {
            newParents.forEach((id, parents) -> moved(id, parents, present, moved));
        }
        return new UpdateReport(added, renamed, retired, moved);
    }

    private void moved(String id, List<String> parents, Set<String> present, List<Moved> moved) {
        var known = stored.get(id);
        if (known == null) {
            return;
        }
        var expected = new TreeSet<>(parents);
        expected.retainAll(present);
        var gained = new TreeSet<>(expected);
        gained.removeAll(known.parents());
        var lost = new TreeSet<>(known.parents());
        lost.removeAll(expected);
        if (!gained.isEmpty() || !lost.isEmpty()) {
            moved.add(new Moved(known.term(), gained, lost));
        }
    }

    /** Makes the changes of a report; new terms and links are imported afterwards. */
    void apply(RecordWriter writer, UpdateReport report) throws SQLException {
        var row = new SourceRow(writer, source.source());
        long sourceId = row.id();
        row.use();
        updateTexts(writer, sourceId);
        for (var retired : report.retired()) {
            var description = known(retired.term()).description();
            writer.update(
                    "update " + table.table() + " set description = ?, updated_at = ? where id = ?",
                    mark(retired) + (description == null ? "" : "; " + description),
                    writer.now(),
                    retired.term().id());
        }
        if (table.parents().isPresent()) {
            unlink(writer, table.parents().get(), report.moved());
        }
    }

    private Stored known(StoredTerm term) {
        return Objects.requireNonNull(stored.get(term.termId()), "unknown term");
    }

    private String mark(Retired retired) {
        var version = RETIRED + source.source().name() + " " + source.source().version();
        return retired.replacedBy().isEmpty()
                ? version
                : version + ", replaced by " + String.join(", ", retired.replacedBy());
    }

    /** Names, synonyms and descriptions of all known terms become those of the source. */
    private void updateTexts(RecordWriter writer, long sourceId) throws SQLException {
        var sql = "update " + table.table() + " set " + table.nameColumn()
                + " = ?, synonyms = ?, description = ?, source_id = ?," + " updated_at = ? where id = ?";
        try (var terms = source.open();
                var rows = RowBatch.of(writer.connection(), sql)) {
            for (var term = terms.next(); term != null; term = terms.next()) {
                var known = stored.get(term.id());
                if (known != null && !term.isObsolete() && term.name() != null) {
                    rows.add(texts(writer, term, sourceId, known.term().id()));
                }
            }
            rows.finish();
        }
    }

    private static List<@Nullable Object> texts(RecordWriter writer, Term term, long sourceId, long id) {
        var values = new ArrayList<@Nullable Object>();
        values.add(term.name());
        values.add(TermTexts.joined(term.exactSynonyms()));
        values.add(term.definition());
        values.add(sourceId);
        values.add(writer.now());
        values.add(id);
        return values;
    }

    private void unlink(RecordWriter writer, ParentTable parents, List<Moved> moved) throws SQLException {
        for (var term : moved) {
            for (var parent : term.lost()) {
                var known = stored.get(parent);
                if (known != null) {
                    parents.delete(writer, term.term().id(), known.term().id());
                }
            }
        }
    }
}
