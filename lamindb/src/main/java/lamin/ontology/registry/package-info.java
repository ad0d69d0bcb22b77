/**
 * Registries whose records are terms, such as {@code bionty.CellType}: filled from sources, asked for names and synonyms, and
 * walked along parents. Nothing here is special to bionty: a registry of any module that has a name, a uid and a source is one.
 * Start with {@link lamin.ontology.registry.TermRegistry}.
 */
@NullMarked
package lamin.ontology.registry;

import org.jspecify.annotations.NullMarked;
