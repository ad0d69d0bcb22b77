/**
 * Reads SQL: a lexer that knows the literals of both databases, a parser of expressions that distinguishes columns from
 * functions, types and keywords, and scripts of statements. Start at {@link lamin.schema.internal.sql.SqlScript} and
 * {@link lamin.schema.internal.sql.SqlTokens}.
 */
@NullMarked
package lamin.schema.internal.sql;

import org.jspecify.annotations.NullMarked;
