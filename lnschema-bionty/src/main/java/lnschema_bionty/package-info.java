/**
 * Biological registries backed by public ontologies. Start at {@link lnschema_bionty.OntologyRecord}: ten of the
 * registries consist only of it, each with a table of parents; {@link lnschema_bionty.Gene},
 * {@link lnschema_bionty.Protein} and {@link lnschema_bionty.CellMarker} belong to an {@link lnschema_bionty.Organism}.
 * A {@link lnschema_bionty.Source} identifies the ontology and its version that a record was taken from.
 */
@SchemaModule(version = "2.5.3", migration = "898c01a7e5fb")
@NullMarked
package lnschema_bionty;

import lamin.schema.SchemaModule;
import org.jspecify.annotations.NullMarked;
