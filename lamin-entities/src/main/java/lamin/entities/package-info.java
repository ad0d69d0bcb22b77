/**
 * Reads entities as a model state: {@link lamin.entities.EntityModelReader} reads the entity classes of several schema
 * modules through Hibernate's boot metadata, without a database. Start there.
 *
 * <p>Names without an explicit choice follow one convention, which {@link lamin.entities.EntityMapping} applies:
 *
 * <ul>
 *   <li>table: the module's prefix and the simple class name in lower case, {@code bionty_celltype};
 *   <li>column: the property in snake case, {@code created_at}; a property of an embeddable is named as if it were the
 *       entity's own; a reference ends in {@code _id}, {@code created_by_id} (one column for each key column,
 *       {@code well_plate_id}, {@code well_row}, if the target's key is composite);
 *   <li>table of a collection: {@code bionty_celltype_synonyms}, in the schema of the owner's table; its columns are
 *       {@code celltype_id} and, for another entity, {@code tissue_id}; {@code from_celltype_id} and
 *       {@code to_celltype_id} if both are the same entity;
 *   <li>{@code {collection}_order}, {@code {collection}_key} and {@code dtype} for list index, map key and discriminator.
 * </ul>
 *
 * <p>Java types become logical types: {@code String} becomes a string of its length, or text from {@code Length.LONG}
 * on; an enum becomes a string with a check if it is {@code @Enumerated(STRING)}, or an int16 without a check if it is
 * ordinal.
 */
@NullMarked
package lamin.entities;

import org.jspecify.annotations.NullMarked;
