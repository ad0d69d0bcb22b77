/** The inputs and results of a deploy. Start at {@link lamin.schema.deploy.DeployResult}. */
@NullMarked
package lamin.schema.deploy;

import org.jspecify.annotations.NullMarked;
