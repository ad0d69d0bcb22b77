/**
 * SQL written by authors of modules: expressions over columns ({@link lamin.schema.sql.SqlExpression}), and statements
 * that differ by database ({@link lamin.schema.sql.DatabaseSql}).
 */
@NullMarked
package lamin.schema.sql;

import org.jspecify.annotations.NullMarked;
