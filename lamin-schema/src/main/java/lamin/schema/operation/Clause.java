package lamin.schema.operation;

import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;

/** One call on {@link Operations}, to which options are added until the next call. */
interface Clause {
    /** What it says, once all options are there. */
    Stream<Operation> operations();
}
