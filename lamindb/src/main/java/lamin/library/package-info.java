/**
 * Libraries that a program adds if it needs them: JDBC drivers, pictures, Parquet. Start at
 * {@link lamin.library.OptionalLibrary}.
 */
@NullMarked
package lamin.library;

import org.jspecify.annotations.NullMarked;
