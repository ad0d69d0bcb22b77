@NullMarked
package lamin.authoring;

import org.jspecify.annotations.NullMarked;
