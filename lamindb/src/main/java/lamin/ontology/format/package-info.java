/**
 * Files of terms: OBO, RDF/XML, JSON in two shapes, Parquet, CSV and TSV, also compressed. Start with
 * {@link lamin.ontology.format.TermFile}; each format is one class that reads it as {@link lamin.ontology.Terms}.
 */
@NullMarked
package lamin.ontology.format;

import org.jspecify.annotations.NullMarked;
