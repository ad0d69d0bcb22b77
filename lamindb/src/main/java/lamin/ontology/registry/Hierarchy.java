package lamin.ontology.registry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamin.instance.Query;
import lamin.label.ParentTable;
import lamin.lineage.Adjacency;
import lamin.lineage.IntList;

/**
 * The parents of all terms of a registry, read once and walked in memory: the depth does not matter, and cycles end. Terms are
 * named by the ids of their rows.
 */
final class Hierarchy {
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> ids = new ArrayList<>();
    private final IntList children = new IntList();
    private final IntList parents = new IntList();
    private final Adjacency ofChildren;
    private final Adjacency ofParents;

    private Hierarchy(Query query, ParentTable table) throws SQLException {
        query.list("select " + table.child() + ", " + table.parent() + " from " + table.table(), row -> {
            children.add(number(row.getLong(1)));
            parents.add(number(row.getLong(2)));
            return true;
        });
        ofChildren = new Adjacency(ids.size(), children.size(), children::get);
        ofParents = new Adjacency(ids.size(), parents.size(), parents::get);
    }

    static Hierarchy read(Query query, ParentTable table) throws SQLException {
        return new Hierarchy(query, table);
    }

    private int number(long id) {
        return numbers.computeIfAbsent(id, added -> {
            ids.add(added);
            return ids.size() - 1;
        });
    }

    List<Long> parents(long term) {
        return next(term, true);
    }

    List<Long> children(long term) {
        return next(term, false);
    }

    private List<Long> next(long term, boolean up) {
        var number = numbers.get(term);
        var found = new ArrayList<Long>();
        if (number != null) {
            visit(number, up, next -> found.add(ids.get(next)));
        }
        return found;
    }

    /** All terms above, the nearest ones first; without the term itself. */
    List<Long> ancestors(long term) {
        return closure(term, true);
    }

    /** All terms below, the nearest ones first; without the term itself. */
    List<Long> descendants(long term) {
        return closure(term, false);
    }

    private List<Long> closure(long term, boolean up) {
        var start = numbers.get(term);
        if (start == null) {
            return List.of();
        }
        var isReached = new BitSet();
        isReached.set(start);
        var reached = new IntList();
        reached.add(start);
        for (int i = 0; i < reached.size(); i++) {
            visit(reached.get(i), up, next -> {
                if (!isReached.get(next)) {
                    isReached.set(next);
                    reached.add(next);
                }
            });
        }
        var found = new ArrayList<Long>(reached.size());
        for (int i = 1; i < reached.size(); i++) {
            found.add(ids.get(reached.get(i)));
        }
        return found;
    }

    private interface Visitor {
        void visit(int number);
    }

    private void visit(int number, boolean up, Visitor visitor) {
        var links = up ? ofChildren : ofParents;
        var ends = up ? parents : children;
        for (int place = links.start(number); place < links.end(number); place++) {
            visitor.visit(ends.get(links.edge(place)));
        }
    }
}
