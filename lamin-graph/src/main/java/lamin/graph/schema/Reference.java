package lamin.graph.schema;

import java.util.function.Predicate;
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
     * Tables and their foreign keys as a directed graph, in which a table may reference itself, and another table
     * several times. Tables that do not fulfil the condition are included only if they are referenced, without their
     * own foreign keys. A foreign key whose target is not part of the model is omitted.
     */
    public static Graph<Table, Reference> graphOf(SchemaModel model, Predicate<Table> condition) {
        var graph = new DirectedPseudograph<Table, Reference>(Reference.class);
        var sources = model.tables().stream().filter(condition).toList();
        sources.forEach(graph::addVertex);
        for (var table : sources) {
            table.foreignKeys()
                    .forEach(key -> model.table(key.target()).ifPresent(target -> {
                        graph.addVertex(target);
                        graph.addEdge(table, target, new Reference(table.name(), key));
                    }));
        }
        return graph;
    }
}
