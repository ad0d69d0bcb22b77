/**
 * Runs: what produced data. A run executes a version of a transform; artifacts that are read during a run are its inputs,
 * and those that are saved are its outputs. Start at {@link lamin.run.Runs}.
 */
@NullMarked
package lamin.run;

import org.jspecify.annotations.NullMarked;
