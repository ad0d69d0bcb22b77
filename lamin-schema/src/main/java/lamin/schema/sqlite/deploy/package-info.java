/** Deploys to SQLite. Start at {@link lamin.schema.sqlite.deploy.SqliteDeployment}. */
@NullMarked
package lamin.schema.sqlite.deploy;

import org.jspecify.annotations.NullMarked;
