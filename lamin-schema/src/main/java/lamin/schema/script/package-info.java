/** A deploy as SQL for somebody else to run. Start at {@link lamin.schema.script.DeployScript}. */
@NullMarked
package lamin.schema.script;

import org.jspecify.annotations.NullMarked;
