/**
 * Wet-lab experiments on plates: an {@link lnschema_lamin1.Experiment} has {@link lnschema_lamin1.Biosample}s, and a
 * {@link lnschema_lamin1.Well} holds one of them under a {@link lnschema_lamin1.Treatment}.
 */
@SchemaModule(version = "0.4.0", migration = "a904efb4bd6c")
@NullMarked
package lnschema_lamin1;

import lamin.schema.SchemaModule;
import org.jspecify.annotations.NullMarked;
