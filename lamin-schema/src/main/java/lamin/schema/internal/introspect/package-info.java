/**
 * The schema that a live database really has, whoever made it, as a model state, and the comparison of model states. Start
 * at {@link lamin.schema.internal.introspect.Introspector}; {@link lamin.schema.internal.introspect.LogicalForm} makes two states
 * comparable.
 */
@NullMarked
package lamin.schema.internal.introspect;

import org.jspecify.annotations.NullMarked;
