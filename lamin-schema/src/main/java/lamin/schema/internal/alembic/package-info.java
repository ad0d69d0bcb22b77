/**
 * The migrations of schema modules as environments of Alembic, Python's tool for migrations. Start at {@link
 * lamin.schema.internal.alembic.AlembicExport}; what is the same for every module lies beside these classes, as the files that it
 * becomes.
 */
@NullMarked
package lamin.schema.internal.alembic;

import org.jspecify.annotations.NullMarked;
