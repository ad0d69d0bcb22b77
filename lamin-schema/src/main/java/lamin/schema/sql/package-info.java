/**
 * SQL as text: a tokenizer for what databases store and authors write. Start at {@link lamin.schema.sql.SqlTokens}; {@link
 * lamin.schema.sql.DatabaseSql} is SQL of a script that may differ by database.
 */
@NullMarked
package lamin.schema.sql;

import org.jspecify.annotations.NullMarked;
