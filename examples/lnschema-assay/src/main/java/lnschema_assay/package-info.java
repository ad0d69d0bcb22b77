/** Notebooks that document assays. */
@NullMarked
@SchemaModule(version = "0.1.0", migration = "8280855a5064")
package lnschema_assay;

import lamin.schema.SchemaModule;
import org.jspecify.annotations.NullMarked;
