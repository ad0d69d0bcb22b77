/**
 * Properties that hold of every change of every model: random models, rows and edits, deployed to both databases, there,
 * back and there again. Start at {@link lamin.schema.property.MigrationPropertiesTest} and {@link
 * lamin.schema.property.Round}.
 */
@NullMarked
package lamin.schema.property;

import org.jspecify.annotations.NullMarked;
