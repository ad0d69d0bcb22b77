/**
 * A lineage as a graph: datasets and runs, the datasets that runs read and those that they made. Its picture goes from
 * left to right in time; that of a large one shows what is near the dataset in question and says what it leaves out. Start
 * at {@link lamin.graph.lineage.LineagePicture}.
 */
@NullMarked
package lamin.graph.lineage;

import org.jspecify.annotations.NullMarked;
