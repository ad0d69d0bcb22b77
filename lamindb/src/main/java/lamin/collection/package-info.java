/** Versioned collections of artifacts. Start with {@link lamin.collection.ArtifactCollections}. */
@NullMarked
package lamin.collection;

import org.jspecify.annotations.NullMarked;
