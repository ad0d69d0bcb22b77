package lamin.schema.operation;

import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;

/** One call on {@link Operations}, to which options are added until the next call. */
interface Clause {
    /** The resulting operations, once all options are set. */
    Stream<Operation> operations();
}
