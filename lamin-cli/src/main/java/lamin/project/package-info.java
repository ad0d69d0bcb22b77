/**
 * Modules used from source: the Maven project in the current folder, its class path as defined by its pom, and the
 * compiler. Start at {@link lamin.project.EditableModule}; {@link lamin.project.MavenResolver} is the only class that
 * uses Maven's resolver, and {@link lamin.project.Distribution} lists the artifacts that Lamin4j itself provides.
 * {@link lamin.project.NewModule} creates a new project.
 */
@NullMarked
package lamin.project;

import org.jspecify.annotations.NullMarked;
