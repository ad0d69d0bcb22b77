/** Writes a deploy as SQL for another person to run. Start at {@link lamin.schema.internal.script.DeployScript}. */
@NullMarked
package lamin.schema.internal.script;

import org.jspecify.annotations.NullMarked;
