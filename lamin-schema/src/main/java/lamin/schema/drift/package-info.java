/**
 * Live tables beside what the migrations that the ledger names have made. Start at {@link lamin.schema.drift.Drift}; the
 * comparison of one module is {@link lamin.schema.drift.LiveComparison}.
 */
@NullMarked
package lamin.schema.drift;

import org.jspecify.annotations.NullMarked;
