/**
 * Typed access to the records of any registry of any mounted module: {@link lamin.registry.Registry} saves, gets,
 * filters and counts. Underneath is Hibernate, started by the first use.
 */
@NullMarked
package lamin.registry;

import org.jspecify.annotations.NullMarked;
