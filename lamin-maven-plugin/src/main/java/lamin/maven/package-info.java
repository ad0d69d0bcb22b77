/**
 * The goals of the Maven plugin. Each is a command of {@code lamin} with the module of a Maven project; start at
 * {@link lamin.maven.CommandMojo}.
 */
@NullMarked
package lamin.maven;

import org.jspecify.annotations.NullMarked;
