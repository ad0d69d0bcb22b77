/**
 * Finding records and names by what a person types: {@link lamin.search.SearchRanking} ranks records,
 * {@link lamin.search.SimilarNames} suggests names for a mistyped one.
 */
@NullMarked
package lamin.search;

import org.jspecify.annotations.NullMarked;
