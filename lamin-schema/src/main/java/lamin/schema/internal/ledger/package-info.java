/** The database's record of applied migrations. Start at {@link lamin.schema.internal.ledger.Ledger}. */
@NullMarked
package lamin.schema.internal.ledger;

import org.jspecify.annotations.NullMarked;
