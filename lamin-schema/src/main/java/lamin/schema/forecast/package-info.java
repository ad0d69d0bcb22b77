/**
 * What a plan would do to the rows of a database: what it drops and renames, and the rows that it would fail on. {@link
 * lamin.schema.forecast.PlanWalk} shows each operation to observers; {@link lamin.schema.forecast.Preview} is all of it.
 */
@NullMarked
package lamin.schema.forecast;

import org.jspecify.annotations.NullMarked;
