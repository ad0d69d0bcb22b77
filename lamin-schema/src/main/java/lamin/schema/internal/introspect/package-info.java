/**
 * Reads the actual schema of a live database, whatever tool created it, as a model state, and compares model states.
 * Start at {@link lamin.schema.internal.introspect.Introspector}; {@link lamin.schema.internal.introspect.LogicalForm}
 * makes two states comparable.
 */
@NullMarked
package lamin.schema.internal.introspect;

import org.jspecify.annotations.NullMarked;
