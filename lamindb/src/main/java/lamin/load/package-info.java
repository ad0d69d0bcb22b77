/**
 * What is compared when an instance is opened, and the failures that say which module does not go together with the code.
 * Start at {@link lamin.load.LoadState}; {@link lamin.load.LoadException} is what callers catch.
 */
@NullMarked
package lamin.load;

import org.jspecify.annotations.NullMarked;
