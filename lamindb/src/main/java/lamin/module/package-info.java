/** Schema modules that instances can mount, and where they come from. Start at {@link lamin.module.ModuleCatalog}. */
@NullMarked
package lamin.module;

import org.jspecify.annotations.NullMarked;
