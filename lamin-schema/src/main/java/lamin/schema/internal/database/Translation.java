package lamin.schema.internal.database;

import java.util.List;
import lamin.schema.internal.operation.Operation;

/** Translates one migration into steps, operation by operation. */
public interface Translation {
    /** Translates the next operation and applies it to the state. */
    void add(Operation operation);

    /** Adds a step before those of the next operation. */
    void insert(Step step);

    /** The steps of all operations. No operation may be added afterwards. */
    List<Step> finish();
}
