/** Commands on schema modules themselves. Start at {@link lamin.cli.module.AddCommand}. */
@NullMarked
package lamin.cli.module;

import org.jspecify.annotations.NullMarked;
