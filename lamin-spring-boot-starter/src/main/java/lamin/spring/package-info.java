/**
 * The migrations of a Spring Boot service. Start at {@link lamin.spring.LaminAutoConfiguration}, which Spring Boot finds by
 * itself; {@link lamin.spring.LaminProperties} are its settings.
 */
@NullMarked
package lamin.spring;

import org.jspecify.annotations.NullMarked;
