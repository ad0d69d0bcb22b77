/**
 * Annotations: labels and feature values on artifacts, runs and collections, stored as LaminDB stores them. Start with
 * {@link lamin.annotation.Annotations}; {@link lamin.annotation.AnnotationIndex} finds artifacts by them.
 */
@NullMarked
package lamin.annotation;

import org.jspecify.annotations.NullMarked;
