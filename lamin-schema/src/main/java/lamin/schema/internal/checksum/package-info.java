/**
 * The checksum of a migration: the hash of its operations in canonical form. The form is a contract with databases and
 * released scripts, defined in {@code docs/reference/checksum.md}. Start at
 * {@link lamin.schema.internal.checksum.Checksum}.
 */
@NullMarked
package lamin.schema.internal.checksum;

import org.jspecify.annotations.NullMarked;
