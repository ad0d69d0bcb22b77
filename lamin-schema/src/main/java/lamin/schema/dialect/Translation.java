package lamin.schema.dialect;

import java.util.List;
import lamin.schema.operation.Operation;

/** One migration on its way into steps, operation by operation. */
public interface Translation {
    /** Translates the next operation and applies it to the state. */
    void add(Operation operation);

    /** The steps of all operations; nothing is added afterwards. */
    List<Step> finish();
}
