/**
 * SQL as values: expressions over columns ({@link lamin.schema.sql.SqlExpression}) and scripts of statements ({@link
 * lamin.schema.sql.SqlScript}), read by one lexer that knows the literals of both databases. Start at {@code SqlExpression}.
 */
@NullMarked
package lamin.schema.sql;

import org.jspecify.annotations.NullMarked;
