/**
 * What a plan would do to the rows of a database: what it drops and renames, and the rows that it would fail on. {@link
 * lamin.schema.internal.forecast.PlanWalk} shows each operation to observers; {@link lamin.schema.internal.forecast.Preview} is all of it.
 */
@NullMarked
package lamin.schema.internal.forecast;

import org.jspecify.annotations.NullMarked;
