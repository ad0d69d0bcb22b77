/**
 * Applies or undoes migrations on a database, all or nothing. Start at {@link lamin.schema.internal.deploy.Deployer}.
 */
@NullMarked
package lamin.schema.internal.deploy;

import org.jspecify.annotations.NullMarked;
