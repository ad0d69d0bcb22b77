/** The hierarchy around a term of an ontology as a graph. Start at {@link lamin.graph.terms.TermHierarchy}. */
@NullMarked
package lamin.graph.terms;

import org.jspecify.annotations.NullMarked;
