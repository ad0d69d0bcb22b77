/** The changes that migrations are made of. */
@NullMarked
package lamin.schema.operation;

import org.jspecify.annotations.NullMarked;
