package lamin.schema.internal.operation;

import lamin.schema.model.TableName;

/** A change by an {@link Operation.StateOnly}. */
public sealed interface StateChange {
    /** The table belongs to an entity with another name. */
    record Entity(TableName table, String entity) implements StateChange {}

    /** The column belongs to a property with another name. */
    record Property(TableName table, String column, String property) implements StateChange {}

    /** An operation carried out by an accompanying {@link Operation.Execute} or {@link Operation.Run}. */
    record Applied(Operation.OnSchema operation) implements StateChange {}
}
