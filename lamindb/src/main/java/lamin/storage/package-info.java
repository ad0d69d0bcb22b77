/**
 * The files of a storage, behind an interface that object storage can implement too. A file is written under a temporary
 * name and appears under its own name as a whole or not at all.
 */
@NullMarked
package lamin.storage;

import org.jspecify.annotations.NullMarked;
