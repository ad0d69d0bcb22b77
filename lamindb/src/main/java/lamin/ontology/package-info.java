/**
 * Terms of ontologies and of tables of genes, proteins and the like, whatever file they come from. A
 * {@link lamin.ontology.Terms} is one pass over them; {@link lamin.ontology.format.TermFile} opens a file, and
 * {@link lamin.ontology.source.SourceTerms} the file of a public source.
 */
@NullMarked
package lamin.ontology;

import org.jspecify.annotations.NullMarked;
