/**
 * The effects of a plan on the rows of a database: what it drops and renames, and the rows that would make it fail.
 * {@link lamin.schema.internal.forecast.PlanWalk} shows each operation to observers;
 * {@link lamin.schema.internal.forecast.Preview} is the full result.
 */
@NullMarked
package lamin.schema.internal.forecast;

import org.jspecify.annotations.NullMarked;
