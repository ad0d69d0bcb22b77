package lamin.ontology.registry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lamin.instance.RowBatch;
import lamin.label.ParentTable;
import lamin.ontology.Term;
import lamin.ontology.Terms;
import lamin.ontology.source.PublicSource;
import lamin.record.RecordWriter;
import org.jspecify.annotations.Nullable;

/** Stores all terms of a source in a transaction: those that are new, and the links of all to their parents. */
final class TermImport {
    private static final int STRIDE = 10_000;

    private final RecordWriter writer;
    private final TermTable table;
    private final PublicSource source;
    private final ImportOptions options;
    private final List<String> columns;
    private final @Nullable Long organism;
    private final long sourceId;

    private final @Nullable Set<String> wanted;

    /** The ids of the terms in the registry; empty if it has none. */
    private final Set<String> known;

    private final Set<String> uids = new HashSet<>();
    private final List<Link> links = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int seen;
    private int repeated;
    private int obsolete;

    private record Link(String child, String parent) {}

    /** @param wanted which terms are stored; null for all */
    TermImport(
            RecordWriter writer,
            TermTable table,
            PublicSource source,
            ImportOptions options,
            @Nullable Set<String> wanted)
            throws SQLException {
        this.wanted = wanted;
        this.writer = writer;
        this.table = table;
        this.source = source;
        this.options = options;
        writer.lock("lamin.terms." + table.table());
        this.organism = table.hasOrganism() ? new Organisms(writer).id(source.organism()) : null;
        this.sourceId = new SourceRow(writer, source).id();
        this.columns = columns();
        this.known = ids().keySet();
        uids.addAll(writer.query().list("select uid from " + table.table(), row -> row.getString(1)));
    }

    private List<String> columns() {
        var names = new ArrayList<>(List.of("uid", table.nameColumn(), "synonyms", "description"));
        names.addAll(table.idColumns());
        if (organism != null) {
            names.add("organism_id");
        }
        names.addAll(List.of("source_id", "created_by_id", "run_id", "created_at", "updated_at"));
        TermTable.FURTHER.stream().filter(table.columns()::containsKey).forEach(names::add);
        return names;
    }

    ImportResult run(Terms terms) throws SQLException {
        int added;
        try (var rows = RowBatch.ifAbsent(writer.connection(), table.table(), columns)) {
            for (var term = terms.next(); term != null; term = terms.next()) {
                if (wanted == null || wanted.contains(term.id())) {
                    add(term, rows);
                }
                if (++seen % STRIDE == 0) {
                    options.progress().accept(seen);
                }
            }
            added = rows.finish();
        }
        int parents = table.parents().isPresent() ? link(table.parents().get()) : 0;
        if (wanted == null) {
            new SourceRow(writer, source).markInDatabase();
        }
        options.progress().accept(seen);
        return new ImportResult(added, repeated, parents, obsolete, refused);
    }

    private void add(Term term, RowBatch rows) throws SQLException {
        if (term.isObsolete() && !options.withObsolete()) {
            obsolete++;
            return;
        }
        for (var parent : term.parents(source.hasPartOf())) {
            links.add(new Link(term.id(), parent));
        }
        if (known.contains(term.id())) {
            repeated++;
            return;
        }
        var problem = problem(term);
        var uid = table.uid(term, table.hasOrganism() ? source.organism() : null);
        if (problem != null) {
            refused.add(term.id() + ": " + problem);
        } else if (uids.add(uid)) {
            rows.add(row(term, uid));
        } else {
            repeated++;
        }
    }

    /** Why it cannot be stored. */
    private @Nullable String problem(Term term) {
        var name = term.name();
        boolean needsName = table.nameColumn().equals("name") && table.columns().containsKey("ontology_id");
        if (name == null) {
            return needsName || table.idColumns().isEmpty() ? "it has no name" : null;
        }
        return table.isTooLong(table.nameColumn(), name) ? "its name is too long: " + name : null;
    }

    private List<@Nullable Object> row(Term term, String uid) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("uid", uid);
        values.put(table.nameColumn(), term.name());
        values.put("synonyms", TermTexts.joined(term.exactSynonyms()));
        values.put("description", term.definition());
        table.idColumn(term.id()).ifPresent(column -> values.put(column, term.id()));
        values.put("organism_id", organism);
        values.put("source_id", sourceId);
        values.put("created_by_id", writer.userId());
        values.put("run_id", writer.runId());
        values.put("created_at", writer.now());
        values.put("updated_at", writer.now());
        term.columns()
                .forEach((name, text) -> table.column(name).ifPresent(column -> values.putIfAbsent(column, text)));
        var row = new ArrayList<@Nullable Object>();
        columns.forEach(column -> row.add(values.get(column)));
        return row;
    }

    private int link(ParentTable parents) throws SQLException {
        var ids = ids();
        try (var rows =
                RowBatch.ifAbsent(writer.connection(), parents.table(), List.of(parents.child(), parents.parent()))) {
            for (var link : links) {
                var child = ids.get(link.child());
                var parent = ids.get(link.parent());
                if (child != null && parent != null) {
                    rows.add(List.of(child, parent));
                }
            }
            return rows.finish();
        }
    }

    /** The ids of the rows, by the ids of their terms. */
    private Map<String, Long> ids() throws SQLException {
        var column = table.idColumns().stream().findFirst();
        var ids = new HashMap<String, Long>();
        if (column.isEmpty()) {
            return ids;
        }
        writer.query()
                .list(
                        "select " + column.get() + ", id from " + table.table() + " where " + column.get()
                                + " is not null order by id",
                        row -> ids.putIfAbsent(row.getString(1), row.getLong(2)));
        return ids;
    }
}
