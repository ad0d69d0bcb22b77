/**
 * Entities as a model state: {@link lamin.entities.EntityModelReader} reads the entity classes of several schema modules
 * through Hibernate's boot metadata, without a database. Start there.
 *
 * <p>Names that authors leave out follow one convention, {@link lamin.entities.EntityMapping} applies it:
 *
 * <ul>
 *   <li>table: the module's prefix and the simple class name in lower case, {@code bionty_celltype};
 *   <li>column: the property in snake case, {@code created_at}; a property of an embeddable is called as if it were the
 *       entity's own; a reference has {@code _id} behind it, {@code created_by_id} (one column for each key column,
 *       {@code well_plate_id}, {@code well_row}, where the target's key has several);
 *   <li>table of a collection: {@code bionty_celltype_synonyms}, in the schema of the owner's table; its columns are
 *       {@code celltype_id} and, for another entity, {@code tissue_id}; {@code from_celltype_id} and
 *       {@code to_celltype_id} when both are one entity;
 *   <li>{@code {collection}_order}, {@code {collection}_key} and {@code dtype} for list index, map key and discriminator.
 * </ul>
 *
 * <p>Java types become logical types: {@code String} a string of its length, text from {@code Length.LONG} on; an enum a
 * string with a check when it is {@code @Enumerated(STRING)}, an int16 without one when it is ordinal.
 */
@NullMarked
package lamin.entities;

import org.jspecify.annotations.NullMarked;
