/** Commands that save data and find it again. */
@NullMarked
package lamin.cli.data;

import org.jspecify.annotations.NullMarked;
