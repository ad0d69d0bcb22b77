@NullMarked
package lamin.artifact;

import org.jspecify.annotations.NullMarked;
