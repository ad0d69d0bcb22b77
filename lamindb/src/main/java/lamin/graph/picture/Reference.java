package lamin.graph.picture;

import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;

/** A foreign key and the table that has it: an edge of the graph of tables. */
public record Reference(TableName source, ForeignKey key) {
    public TableName target() {
        return key.target();
    }

    /** The name of the foreign key in the database. */
    public String name() {
        return key.nameIn(source);
    }

    /**
     * The tables and their foreign keys as a directed graph in which a table may point to itself and several times to
     * another one. A foreign key whose target is not part of the model is left out.
     */
    public static Graph<Table, Reference> graphOf(SchemaModel model) {
        var graph = new DirectedPseudograph<Table, Reference>(Reference.class);
        model.tables().forEach(graph::addVertex);
        for (var table : model.tables()) {
            for (var key : table.foreignKeys()) {
                model.table(key.target())
                        .ifPresent(target -> graph.addEdge(table, target, new Reference(table.name(), key)));
            }
        }
        return graph;
    }
}
