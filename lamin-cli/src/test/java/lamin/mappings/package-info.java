/**
 * The table of mapping features: {@link lamin.mappings.MappingsTest} makes it. The features are in {@code src/test/mappings},
 * compiled with each version of Hibernate.
 */
@NullMarked
package lamin.mappings;

import org.jspecify.annotations.NullMarked;
