/**
 * Schema modules: found by reading class files without running them, and their chains of migrations. Start at {@link
 * lamin.schema.module.ModuleScanner}.
 */
@NullMarked
package lamin.schema.module;

import org.jspecify.annotations.NullMarked;
