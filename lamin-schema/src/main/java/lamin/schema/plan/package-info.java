/** The order of migrations across modules. Start at {@link lamin.schema.plan.Planner}. */
@NullMarked
package lamin.schema.plan;

import org.jspecify.annotations.NullMarked;
