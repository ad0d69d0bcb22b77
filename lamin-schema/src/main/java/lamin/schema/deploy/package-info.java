/**
 * What a deploy is given and what it gives back. Start at {@link lamin.schema.deploy.DeployResult}.
 */
@NullMarked
package lamin.schema.deploy;

import org.jspecify.annotations.NullMarked;
