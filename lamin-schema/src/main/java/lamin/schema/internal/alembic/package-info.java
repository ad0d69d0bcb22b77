/**
 * The migrations of schema modules as environments of Alembic, Python's migration tool. Start at
 * {@link lamin.schema.internal.alembic.AlembicExport}. Files that are the same for every module are resources of this
 * package.
 */
@NullMarked
package lamin.schema.internal.alembic;

import org.jspecify.annotations.NullMarked;
