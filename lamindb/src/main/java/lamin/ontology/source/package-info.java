/**
 * Public sources of terms: which there are, where their files are found, and their rows in an instance. A schema module names
 * its sources in a file {@code sources.csv} beside its {@code package-info.java}; start with
 * {@link lamin.ontology.source.SourceCatalog}, then {@link lamin.ontology.source.SourceTerms}.
 */
@NullMarked
package lamin.ontology.source;

import org.jspecify.annotations.NullMarked;
