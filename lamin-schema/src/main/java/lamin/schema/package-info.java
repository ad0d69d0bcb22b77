/**
 * The API for authors of schema modules: {@link lamin.schema.SchemaModule} on the package,
 * {@link lamin.schema.Revision} and {@link lamin.schema.Migration} for each migration of its chain.
 */
@NullMarked
package lamin.schema;

import org.jspecify.annotations.NullMarked;
