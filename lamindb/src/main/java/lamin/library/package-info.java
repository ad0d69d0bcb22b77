/**
 * Libraries that a program adds when it needs them: JDBC drivers, and pictures. Start at
 * {@link lamin.library.OptionalLibrary}.
 */
@NullMarked
package lamin.library;

import org.jspecify.annotations.NullMarked;
