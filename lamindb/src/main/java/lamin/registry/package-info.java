/**
 * Typed access to the records of any registry of any mounted module: {@link lamin.registry.Registry} saves, gets,
 * filters and counts. It is based on Hibernate, which the first use starts.
 */
@NullMarked
package lamin.registry;

import org.jspecify.annotations.NullMarked;
