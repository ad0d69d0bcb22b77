/** The order of migrations across modules. Start at {@link lamin.schema.internal.plan.Planner}. */
@NullMarked
package lamin.schema.internal.plan;

import org.jspecify.annotations.NullMarked;
