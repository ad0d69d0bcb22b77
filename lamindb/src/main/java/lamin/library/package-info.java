/**
 * Libraries that a program adds if it needs them: JDBC drivers and pictures. Start at
 * {@link lamin.library.OptionalLibrary}.
 */
@NullMarked
package lamin.library;

import org.jspecify.annotations.NullMarked;
