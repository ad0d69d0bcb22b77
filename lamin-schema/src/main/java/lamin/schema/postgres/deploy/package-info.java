/** Deploys to PostgreSQL. Start at {@link lamin.schema.postgres.deploy.PostgresDeployment}. */
@NullMarked
package lamin.schema.postgres.deploy;

import org.jspecify.annotations.NullMarked;
