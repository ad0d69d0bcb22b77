/**
 * What the author of a schema module writes with: {@link lamin.schema.SchemaModule} on the package, {@link
 * lamin.schema.Revision} and {@link lamin.schema.Migration} for each step of its chain.
 */
@NullMarked
package lamin.schema;

import org.jspecify.annotations.NullMarked;
