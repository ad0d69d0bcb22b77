/** The operations on schema modules that instances need. Start at {@link lamin.module.ModuleDeployment}. */
@NullMarked
package lamin.module;

import org.jspecify.annotations.NullMarked;
