/**
 * Compares the live tables with what the ledger says should exist (drift). Start at
 * {@link lamin.schema.internal.drift.Drift}; the comparison of one module is
 * {@link lamin.schema.internal.drift.LiveComparison}.
 */
@NullMarked
package lamin.schema.internal.drift;

import org.jspecify.annotations.NullMarked;
