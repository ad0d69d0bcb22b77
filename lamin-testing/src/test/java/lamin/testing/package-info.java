/** The contract, run on modules that a test writes. Start at {@link lamin.testing.MigrationContractTest}. */
@NullMarked
package lamin.testing;

import org.jspecify.annotations.NullMarked;
