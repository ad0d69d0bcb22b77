/**
 * The changes that migrations are made of. Start at {@link lamin.schema.operation.Operation}, the closed set of them;
 * {@link lamin.schema.operation.Operations} is how scripts say them, {@link lamin.schema.operation.Replay} what they do to
 * a model state.
 */
@NullMarked
package lamin.schema.operation;

import org.jspecify.annotations.NullMarked;
