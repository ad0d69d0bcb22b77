/** How commands write graphs: to files or to stdout, in a format that the user chooses. */
@NullMarked
package lamin.cli.graph;

import org.jspecify.annotations.NullMarked;
