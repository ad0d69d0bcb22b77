/**
 * The content of files and folders: size, number of files, and hashes as LaminDB computes them. Reads each file once and
 * keeps no more than a block of it in memory.
 */
@NullMarked
package lamin.content;

import org.jspecify.annotations.NullMarked;
