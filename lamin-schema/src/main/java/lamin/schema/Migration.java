package lamin.schema;

import lamin.schema.operation.Operations;

/**
 * One migration in a module's chain. Both methods are called without a database and must return the same operations
 * every time.
 */
public interface Migration {
    void upgrade(Operations op);

    /** Undoes {@link #upgrade}; calls {@code op.irreversible("why")} where that is impossible. */
    void downgrade(Operations op);
}
