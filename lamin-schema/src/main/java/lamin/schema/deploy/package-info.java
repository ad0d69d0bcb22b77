/**
 * Runs or undoes migrations on a database, all or nothing. Start at {@link lamin.schema.deploy.Deployer}.
 */
@NullMarked
package lamin.schema.deploy;

import org.jspecify.annotations.NullMarked;
