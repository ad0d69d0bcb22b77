/** Commands that show the tables of an instance. Start at {@link lamin.cli.schema.ViewCommand}. */
@NullMarked
package lamin.cli.schema;

import org.jspecify.annotations.NullMarked;
