/**
 * How migration scripts say their changes. Start at {@link lamin.schema.operation.Operations}; what a script said is an
 * {@code Operation} of the internal package of the same name.
 */
@NullMarked
package lamin.schema.operation;

import org.jspecify.annotations.NullMarked;
