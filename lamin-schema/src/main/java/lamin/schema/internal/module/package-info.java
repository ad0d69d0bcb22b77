/**
 * Schema modules: found by reading class files without running them, and their chains of migrations. Start at {@link
 * lamin.schema.internal.module.ModuleScanner}.
 */
@NullMarked
package lamin.schema.internal.module;

import org.jspecify.annotations.NullMarked;
