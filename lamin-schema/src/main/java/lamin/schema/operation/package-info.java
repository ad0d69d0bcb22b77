/**
 * The API in which migration scripts state their changes. Start at {@link lamin.schema.operation.Operations}; each
 * change becomes an {@code Operation} of the internal package with the same name.
 */
@NullMarked
package lamin.schema.operation;

import org.jspecify.annotations.NullMarked;
