/**
 * The changes that migrations are made of. Start at {@link lamin.schema.internal.operation.Operation}, the closed set
 * of them. {@link lamin.schema.internal.operation.Effect} describes what each of them does;
 * {@link lamin.schema.internal.operation.Replay} applies them to a model state.
 */
@NullMarked
package lamin.schema.internal.operation;

import org.jspecify.annotations.NullMarked;
