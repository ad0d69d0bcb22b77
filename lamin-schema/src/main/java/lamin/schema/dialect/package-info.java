/**
 * SQL per database: what a migration's operations become on SQLite and on PostgreSQL. Start at {@link
 * lamin.schema.dialect.Dialect}.
 */
@NullMarked
package lamin.schema.dialect;

import org.jspecify.annotations.NullMarked;
