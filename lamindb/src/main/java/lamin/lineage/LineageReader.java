package lamin.lineage;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads the part of a lineage that a query asks for. */
final class LineageReader {
    private final LineageQuery query;
    private final Numbering nodes = new Numbering();
    private final Edges edges;
    private final int start;
    private final Walk up = new Walk(Direction.UP);
    private final Walk down = new Walk(Direction.DOWN);
    private final EdgeList found = new EdgeList();

    LineageReader(Connection connection, LineageQuery query) {
        this.query = query;
        this.edges = new AdaptiveEdges(connection, nodes);
        this.start = nodes.number(query.start().code());
        up.reach(start);
        down.reach(start);
    }

    Lineage read() throws SQLException {
        if (query.up()) {
            walk(up);
        }
        if (query.down()) {
            walk(down);
        }
        if (query.siblings()) {
            addSiblings();
        }
        return new Lineage(nodes, up, down, found.distinct(nodes.size()));
    }

    private void walk(Walk walk) throws SQLException {
        for (long step = 0; step < query.steps() && walk.pending() > 0; step++) {
            walk.advance(edges, walk.pending(), this::add);
        }
    }

    private void addSiblings() throws SQLException {
        var others = new Walk(Direction.DOWN);
        if (query.up() && query.down()) {
            edges.visit(ownRuns(), Direction.DOWN, (run, output, kind) -> others.reach(output));
            walk(others);
        }
        for (var walk : new Walk[] {up, down, others}) {
            var runs = runs(walk);
            edges.visit(runs, Direction.UP, this::add);
            edges.visit(runs, Direction.DOWN, this::add);
        }
    }

    /** The runs that made the start. */
    private IntList ownRuns() throws SQLException {
        var runs = new IntList();
        var origin = new IntList();
        origin.add(start);
        edges.visit(origin, Direction.UP, (near, far, kind) -> {
            if (isRun(far)) {
                runs.add(far);
            }
        });
        return runs;
    }

    private IntList runs(Walk walk) {
        var runs = new IntList();
        for (int i = 0; i < walk.reached().size(); i++) {
            if (isRun(walk.reached().get(i))) {
                runs.add(walk.reached().get(i));
            }
        }
        return runs;
    }

    private boolean isRun(int node) {
        return NodeId.kind(nodes.code(node)) == NodeKind.RUN;
    }

    private void add(int near, int far, EdgeKind kind) {
        if (isRun(near)) {
            found.add(far, near, kind);
        } else {
            found.add(near, far, kind);
        }
    }
}
