/**
 * Biological registries backed by public ontologies. Start at {@link lnschema_bionty.OntologyRecord}: ten of the
 * registries consist only of it, each with a table of parents; {@link lnschema_bionty.Gene},
 * {@link lnschema_bionty.Protein} and {@link lnschema_bionty.CellMarker} belong to an {@link lnschema_bionty.Organism}.
 * A {@link lnschema_bionty.Source} identifies the ontology and its version that a record was taken from.
 */
@SchemaModule(version = "2.5.2", migration = "2dc79200182f")
@NullMarked
package lnschema_bionty;

import lamin.schema.SchemaModule;
import org.jspecify.annotations.NullMarked;
