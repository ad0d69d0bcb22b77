@NullMarked
package lamin.rehearsal;

import org.jspecify.annotations.NullMarked;
