package lamin.lineage;

import java.util.List;

/** A table whose rows are edges between datasets and runs. */
enum EdgeTable {
    ARTIFACT_INPUT(0, NodeKind.ARTIFACT, EdgeKind.INPUT, "lamindb_artifact_input_of_runs", "artifact_id"),
    ARTIFACT_OUTPUT(1, NodeKind.ARTIFACT, EdgeKind.OUTPUT, "lamindb_artifact", "id"),
    ARTIFACT_RECREATED(2, NodeKind.ARTIFACT, EdgeKind.RECREATED, "lamindb_artifact_recreating_runs", "artifact_id"),
    COLLECTION_INPUT(3, NodeKind.COLLECTION, EdgeKind.INPUT, "lamindb_collection_input_of_runs", "collection_id"),
    COLLECTION_OUTPUT(4, NodeKind.COLLECTION, EdgeKind.OUTPUT, "lamindb_collection", "id"),
    COLLECTION_RECREATED(
            5, NodeKind.COLLECTION, EdgeKind.RECREATED, "lamindb_collection_recreating_runs", "collection_id");

    private static final List<EdgeTable> ALL = List.of(values());
    private static final String RUN = "run_id";

    private final int number;
    private final NodeKind dataset;
    private final EdgeKind kind;
    private final String table;
    private final String column;

    EdgeTable(int number, NodeKind dataset, EdgeKind kind, String table, String column) {
        this.number = number;
        this.dataset = dataset;
        this.kind = kind;
        this.table = table;
        this.column = column;
    }

    static EdgeTable of(int number) {
        return ALL.get(number);
    }

    /** The tables with edges that lead from nodes of a kind in a direction. */
    static List<EdgeTable> from(NodeKind node, Direction direction) {
        return ALL.stream()
                .filter(edges -> node == NodeKind.RUN || node == edges.dataset)
                .filter(edges -> edges.kind.isInput() == isAlongInputs(node, direction))
                .toList();
    }

    /** Down from a dataset and up from a run lie inputs. */
    private static boolean isAlongInputs(NodeKind node, Direction direction) {
        return (node == NodeKind.RUN) == (direction == Direction.UP);
    }

    NodeKind dataset() {
        return dataset;
    }

    String table() {
        return table;
    }

    EdgeKind kind() {
        return kind;
    }

    /** Selects its number, dataset and run of the edges at nodes of a kind, whose ids are parameters. */
    String select(NodeKind node, String parameters) {
        var near = node == NodeKind.RUN ? RUN : column;
        return "select " + number + " as edges, t." + column + " as dataset, t.run_id as run from " + table
                + " t where t." + near + " in (" + parameters + ") and t.run_id is not null";
    }

    /** The same for all edges. */
    String selectAll() {
        return "select " + column + ", run_id from " + table + " where run_id is not null";
    }

    /** A condition for {@link #select}: the dataset is not in the trash. */
    String isNotInTrash() {
        return " and exists (select 1 from " + dataset.table() + " d where d.id = t." + column + " and d.branch_id <> "
                + NodeKind.TRASH + ")";
    }
}
