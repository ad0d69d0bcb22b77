/** What instances need of schema modules. Start at {@link lamin.module.ModuleDeployment}. */
@NullMarked
package lamin.module;

import org.jspecify.annotations.NullMarked;
