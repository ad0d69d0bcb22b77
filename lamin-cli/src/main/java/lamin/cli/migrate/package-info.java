/** Commands on migrations. Start at {@link lamin.cli.migrate.MigrateCommand}. */
@NullMarked
package lamin.cli.migrate;

import org.jspecify.annotations.NullMarked;
