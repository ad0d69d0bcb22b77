/** A deploy as SQL for somebody else to run. Start at {@link lamin.schema.internal.script.DeployScript}. */
@NullMarked
package lamin.schema.internal.script;

import org.jspecify.annotations.NullMarked;
