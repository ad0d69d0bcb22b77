/**
 * Features: the dimensions that are measured or that describe a data set, such as {@code dose}, with the type of their
 * values. Start with {@link lamin.feature.Features} and {@link lamin.feature.Dtype}.
 */
@NullMarked
package lamin.feature;

import org.jspecify.annotations.NullMarked;
