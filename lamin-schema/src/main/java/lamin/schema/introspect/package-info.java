/**
 * The schema that a live database really has, whoever made it, as a model state, and the comparison of model states. Start
 * at {@link lamin.schema.introspect.Introspector}; {@link lamin.schema.introspect.LogicalForm} makes two states
 * comparable.
 */
@NullMarked
package lamin.schema.introspect;

import org.jspecify.annotations.NullMarked;
