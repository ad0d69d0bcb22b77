/**
 * Tables in files, read row by row: memory does not depend on their length. Start with {@link lamin.tablefile.TableFile}; a
 * further format is a further {@link lamin.tablefile.TableFormat}.
 */
@NullMarked
package lamin.tablefile;

import org.jspecify.annotations.NullMarked;
