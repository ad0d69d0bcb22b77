/**
 * The migration tests that a schema module gets by extending one class. Start at
 * {@link lamin.testing.MigrationContract}.
 */
@NullMarked
package lamin.testing;

import org.jspecify.annotations.NullMarked;
