/** Deploys to PostgreSQL. Start at {@link lamin.schema.internal.postgres.deploy.PostgresDeployment}. */
@NullMarked
package lamin.schema.internal.postgres.deploy;

import org.jspecify.annotations.NullMarked;
