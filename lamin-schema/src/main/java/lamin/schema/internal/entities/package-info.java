/**
 * What entities describe, whichever Hibernate has read them: {@link lamin.schema.internal.entities.EntityReader}. Nothing here
 * depends on Hibernate or JPA, so the reader, Hibernate and the entities may be in a class loader of their own.
 */
@NullMarked
package lamin.schema.internal.entities;

import org.jspecify.annotations.NullMarked;
