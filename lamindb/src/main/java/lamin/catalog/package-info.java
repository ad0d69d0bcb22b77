/**
 * The registries of a live database: their columns, their references, and the links between them, of any module. Start at
 * {@link lamin.catalog.Catalog}.
 */
@NullMarked
package lamin.catalog;

import org.jspecify.annotations.NullMarked;
