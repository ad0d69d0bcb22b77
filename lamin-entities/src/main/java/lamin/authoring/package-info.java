/**
 * Derives migrations from edited entities: compares entities with scripts and determines the missing operations. Start
 * at {@link lamin.authoring.Comparison}.
 */
@NullMarked
package lamin.authoring;

import org.jspecify.annotations.NullMarked;
