/**
 * The model state: immutable records of tables, columns, keys and indexes, read from entities, migration scripts or a
 * live database. Start at {@link lamin.schema.model.SchemaModel}.
 */
@NullMarked
package lamin.schema.model;

import org.jspecify.annotations.NullMarked;
