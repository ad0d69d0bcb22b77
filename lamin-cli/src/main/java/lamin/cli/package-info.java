/** The {@code lamin} command. Start at {@link lamin.cli.Main}. */
@NullMarked
package lamin.cli;

import org.jspecify.annotations.NullMarked;
