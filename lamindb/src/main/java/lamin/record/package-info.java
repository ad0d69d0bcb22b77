/**
 * Rows of registries by JDBC, without Hibernate: what commands and the Java API write goes through
 * {@link lamin.record.RecordStore}.
 */
@NullMarked
package lamin.record;

import org.jspecify.annotations.NullMarked;
