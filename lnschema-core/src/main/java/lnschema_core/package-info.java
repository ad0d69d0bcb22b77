/**
 * The core schema module: registries of data objects and their lineage. Start at {@link lnschema_core.Artifact}, the
 * registry of files, folders and arrays, which are created in a {@link lnschema_core.Run} of a
 * {@link lnschema_core.Transform}. A {@link lnschema_core.Record} holds metadata of any form, a
 * {@link lnschema_core.Project} groups all of these, and a {@link lnschema_core.BaseBlock} is a text about one.
 *
 * <p>A registry of another module extends {@link lnschema_core.UpdatedRecord} (or one of its superclasses) to be
 * tracked in the same way; a link between two registries extends {@link lnschema_core.TrackedLink}. Tables, columns and
 * constraints are those of LaminDB 2.12.1 in Python, so that both languages can open the same database.
 */
@SchemaModule(version = "2.12.2", migration = "46e9dafbd8c0", tablePrefix = "lamindb")
@NullMarked
package lnschema_core;

import lamin.schema.SchemaModule;
import org.jspecify.annotations.NullMarked;
