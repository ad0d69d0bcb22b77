/**
 * Tables in Parquet files. Start with {@link lamin.parquet.ParquetFormat}, which {@code lamin.tablefile} finds as a service.
 *
 * <p>Cells are values of the types of the file. pandas stores the index of a data frame among the columns and says in its
 * metadata which they are ({@code __index_level_0__}, or the name of the index); here they are marked as the index.
 */
@NullMarked
package lamin.parquet;

import org.jspecify.annotations.NullMarked;
