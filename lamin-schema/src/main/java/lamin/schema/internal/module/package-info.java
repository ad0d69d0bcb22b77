/**
 * Finds schema modules by reading class files without running them, and loads their migration chains. Start at
 * {@link lamin.schema.internal.module.ModuleScanner}.
 */
@NullMarked
package lamin.schema.internal.module;

import org.jspecify.annotations.NullMarked;
