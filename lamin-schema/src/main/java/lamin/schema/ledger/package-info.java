/** What the database records about applied migrations. Start at {@link lamin.schema.ledger.Ledger}. */
@NullMarked
package lamin.schema.ledger;

import org.jspecify.annotations.NullMarked;
