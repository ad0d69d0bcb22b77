package lamin.schema;

import lamin.schema.operation.Operations;

/**
 * One step of a module's chain. Both methods are called without a database and must yield the same operations every
 * time.
 */
public interface Migration {
    void upgrade(Operations op);

    /** The way back; {@code op.irreversible("why")} where there is none. */
    void downgrade(Operations op);
}
