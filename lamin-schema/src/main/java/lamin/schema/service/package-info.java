/** Migrations in a service, without an instance of LaminDB. Start at {@link lamin.schema.service.Migrations}. */
@NullMarked
package lamin.schema.service;

import org.jspecify.annotations.NullMarked;
