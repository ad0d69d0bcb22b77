/**
 * Live tables beside what the migrations that the ledger names have made. Start at {@link lamin.schema.internal.drift.Drift}; the
 * comparison of one module is {@link lamin.schema.internal.drift.LiveComparison}.
 */
@NullMarked
package lamin.schema.internal.drift;

import org.jspecify.annotations.NullMarked;
