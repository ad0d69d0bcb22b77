/**
 * Lineage: which runs made a dataset and from which datasets, and what was made from it. Artifacts and collections point
 * to the runs that read them, runs to the artifacts and collections that they made. It reads by JDBC alone. Start at
 * {@link lamin.lineage.Lineage}.
 */
@NullMarked
package lamin.lineage;

import org.jspecify.annotations.NullMarked;
