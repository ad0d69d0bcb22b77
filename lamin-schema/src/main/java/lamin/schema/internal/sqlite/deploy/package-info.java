/** Deploys to SQLite. Start at {@link lamin.schema.internal.sqlite.deploy.SqliteDeployment}. */
@NullMarked
package lamin.schema.internal.sqlite.deploy;

import org.jspecify.annotations.NullMarked;
