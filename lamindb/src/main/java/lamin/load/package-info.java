/**
 * The comparison made when an instance is opened, and the exceptions that name the modules incompatible with the code.
 * Start at {@link lamin.load.LoadState}; {@link lamin.load.LoadException} is the exception that callers catch.
 */
@NullMarked
package lamin.load;

import org.jspecify.annotations.NullMarked;
