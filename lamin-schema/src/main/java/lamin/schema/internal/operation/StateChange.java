package lamin.schema.internal.operation;

import lamin.schema.model.TableName;

/** What an {@link Operation.StateOnly} changes. */
public sealed interface StateChange {
    /** The table belongs to an entity of another name. */
    record Entity(TableName table, String entity) implements StateChange {}

    /** The column belongs to a property of another name. */
    record Property(TableName table, String column, String property) implements StateChange {}

    /** An operation that {@link Operation.Execute} or {@link Operation.Run} beside it carries out. */
    record Applied(Operation.OnTable operation) implements StateChange {}
}
