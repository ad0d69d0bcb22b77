@NullMarked
package lamin.content;

import org.jspecify.annotations.NullMarked;
