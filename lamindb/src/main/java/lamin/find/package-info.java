/**
 * Finds and shows records of any registry of any module by JDBC, without its entity classes and without Hibernate. Start
 * at {@link lamin.find.Finder}; {@link lamin.find.RecordQuery} is a query, {@link lamin.find.Records} its result.
 */
@NullMarked
package lamin.find;

import org.jspecify.annotations.NullMarked;
