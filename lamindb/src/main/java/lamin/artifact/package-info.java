/**
 * Artifacts: files and folders that are registered, versioned and kept in a storage. Commands and programs save them
 * through {@link lamin.artifact.Artifacts} alone. It works without Hibernate, whose start takes longer than saving a file.
 */
@NullMarked
package lamin.artifact;

import org.jspecify.annotations.NullMarked;
