package lamin.ontology.registry;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lamin.instance.Query;
import lamin.search.SimilarNames;

/** The names, ids and synonyms of all terms of a registry. Of several terms with one text, the first one has it. */
final class TermNames {
    private final Map<String, StoredTerm> byName = new HashMap<>();
    private final Map<String, StoredTerm> byNameInLowerCase = new HashMap<>();
    private final Map<String, StoredTerm> bySynonym = new HashMap<>();
    private final Map<String, StoredTerm> byTermId = new HashMap<>();
    private final Map<Long, StoredTerm> byRow = new HashMap<>();

    static TermNames read(Query query, TermTable table) throws SQLException {
        var names = new TermNames();
        var ids = table.idColumns();
        var id = ids.isEmpty() ? "null" : "coalesce(" + String.join(", ", ids) + ", null)";
        var sql = "select id, uid, " + table.nameColumn() + ", synonyms, " + id + " from " + table.table()
                + " where branch_id <> -1 order by id";
        query.list(sql, row -> {
            var name = row.getString(3);
            var term = new StoredTerm(
                    row.getLong(1), row.getString(2), name == null ? row.getString(2) : name, row.getString(5));
            names.add(term, TermTexts.split(row.getString(4)));
            return true;
        });
        return names;
    }

    private void add(StoredTerm term, List<String> synonyms) {
        byName.putIfAbsent(term.name(), term);
        byNameInLowerCase.putIfAbsent(folded(term.name()), term);
        if (term.termId() != null) {
            byTermId.putIfAbsent(term.termId(), term);
        }
        byRow.put(term.id(), term);
        for (var synonym : synonyms) {
            if (!synonym.equalsIgnoreCase(term.name())) {
                bySynonym.putIfAbsent(folded(synonym), term);
            }
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    Optional<StoredTerm> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<StoredTerm> namedInAnyCase(String name) {
        return Optional.ofNullable(byNameInLowerCase.get(folded(name)));
    }

    Optional<StoredTerm> withSynonym(String synonym) {
        return Optional.ofNullable(bySynonym.get(folded(synonym)));
    }

    Optional<StoredTerm> withTermId(String id) {
        return Optional.ofNullable(byTermId.get(id));
    }

    StoredTerm row(long id) {
        var term = byRow.get(id);
        return term == null ? new StoredTerm(id, "", "#" + id, null) : term;
    }

    /** The term with that name, name in another case, or synonym. */
    Optional<StoredTerm> standard(String text) {
        return named(text).or(() -> namedInAnyCase(text)).or(() -> withSynonym(text));
    }

    /** The same, or the one with that id in the ontology. */
    Optional<StoredTerm> find(String text) {
        return named(text).or(() -> withTermId(text)).or(() -> standard(text));
    }

    List<String> similar(String text) {
        return new SimilarNames(byName.keySet()).to(text);
    }
}
