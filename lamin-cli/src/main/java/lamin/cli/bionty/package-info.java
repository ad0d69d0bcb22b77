/** {@code lamin bionty}: registries of terms, and the ontologies that they are filled from. */
@NullMarked
package lamin.cli.bionty;

import org.jspecify.annotations.NullMarked;
