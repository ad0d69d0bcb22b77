package lamin.schema.operation;

import lamin.schema.internal.operation.Operation;

import java.util.stream.Stream;

/** One call on {@link Operations}, to which options are added until the next call. */
interface Clause {
    /** What it says, once all options are there. */
    Stream<Operation> operations();
}
