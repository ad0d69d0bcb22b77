package lamin.trash;

import java.util.List;
import lamin.schema.model.TableName;

/**
 * What deleting a record permanently would do.
 *
 * @param table the table of its registry
 * @param references the rows that refer to it
 */
public record DeletePlan(TableName table, long id, String uid, List<Reference> references) {
    public DeletePlan {
        references = List.copyOf(references);
    }

    /** The name of the registry without that of its module, such as {@code artifact}. */
    public String registry() {
        return table.name().substring(table.name().indexOf('_') + 1);
    }

    /** The references with that effect. */
    public List<Reference> references(Reference.Effect effect) {
        return references.stream()
                .filter(reference -> reference.effect() == effect)
                .toList();
    }

    /** The number of runs that had it as an input. */
    public long inputs() {
        return references(Reference.Effect.INPUT).stream()
                .mapToLong(Reference::rows)
                .sum();
    }
}
