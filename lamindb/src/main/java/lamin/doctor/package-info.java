/**
 * Finds what is wrong with the data of an instance: rows without files, files without rows, and what killed processes
 * left. Start at {@link lamin.doctor.Doctor}.
 */
@NullMarked
package lamin.doctor;

import org.jspecify.annotations.NullMarked;
