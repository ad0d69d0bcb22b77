/** SQL as text: a tokenizer for what databases store and authors write. Start at {@link lamin.schema.sql.SqlTokens}. */
@NullMarked
package lamin.schema.sql;

import org.jspecify.annotations.NullMarked;
