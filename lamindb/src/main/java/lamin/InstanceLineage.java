package lamin;

import java.util.List;
import lamin.graph.LineageGraph;
import lamin.instance.Database;
import lamin.library.OptionalLibrary;
import lamin.lineage.Lineage;
import lamin.lineage.LineageEdge;
import lamin.lineage.LineageNode;
import lamin.lineage.LineageQuery;
import lamin.lineage.LineageTree;
import org.jspecify.annotations.Nullable;

/**
 * Where an artifact, a collection or a run comes from and what was made from it. It is immutable: methods that choose a part
 * return another lineage. The database is read on the first use, and not again.
 */
public final class InstanceLineage {
    private static final int WIDTH = 100;

    private final Database database;
    private final LineageQuery query;
    private final String programs;
    private @Nullable Lineage lineage;

    /** @param programs the folders to search for programs, in the format of {@code PATH} */
    InstanceLineage(Database database, LineageQuery query, String programs) {
        this.database = database;
        this.query = query;
        this.programs = programs;
    }

    /** Only what it was made from. */
    public InstanceLineage upstream() {
        return with(new LineageQuery(query.start(), true, false, query.depth(), false));
    }

    /** Only what was made from it. */
    public InstanceLineage downstream() {
        return with(new LineageQuery(query.start(), false, true, query.depth(), false));
    }

    /** Only what it was made from and what was made from it, without what else the runs read and made. */
    public InstanceLineage withoutSiblings() {
        return with(new LineageQuery(query.start(), query.up(), query.down(), query.depth(), false));
    }

    /** At most this many runs away in each direction. */
    public InstanceLineage depth(int runs) {
        return with(new LineageQuery(query.start(), query.up(), query.down(), runs, query.siblings()));
    }

    private InstanceLineage with(LineageQuery other) {
        return new InstanceLineage(database, other, programs);
    }

    /** Its nodes, without their names, and its edges. */
    public synchronized Lineage ids() {
        var known = lineage;
        if (known == null) {
            known = Lineage.read(database, query);
            lineage = known;
        }
        return known;
    }

    /** The artifacts, collections and runs, the nearest first; the first one is the one that was asked about. */
    public List<LineageNode> nodes() {
        return Lineage.describe(database, ids().nodes());
    }

    /** The arrows: from a dataset to a run that read it, from a run to a dataset that it made. */
    public List<LineageEdge> edges() {
        return ids().edges();
    }

    /**
     * The lineage for drawing and export. Needs the library {@code lamin-graph}.
     *
     * @throws lamin.schema.LaminException if it is not on the class path
     */
    public LineageGraph graph() {
        OptionalLibrary.LAMIN_GRAPH.require();
        return LineageGraph.of(new LineageDrawing(database, ids())).withGraphvizOn(programs);
    }

    /** A tree of text of at most this many columns; of a large lineage it shows the nearest nodes. */
    public List<String> lines(int width) {
        return LineageTree.lines(database, ids(), width);
    }

    /** The same with 100 columns. */
    @Override
    public String toString() {
        return String.join("\n", lines(WIDTH));
    }
}
