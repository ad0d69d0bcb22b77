/**
 * Modules that are used from source: the Maven project in the current folder, its class path as its pom says it, and the compiler.
 * Start at {@link lamin.project.EditableModule}; {@link lamin.project.MavenResolver} is the only class that knows Maven's
 * resolver, and {@link lamin.project.Distribution} says which artifacts Lamin4j itself brings. {@link lamin.project.NewModule}
 * makes a project that is not there yet.
 */
@NullMarked
package lamin.project;

import org.jspecify.annotations.NullMarked;
