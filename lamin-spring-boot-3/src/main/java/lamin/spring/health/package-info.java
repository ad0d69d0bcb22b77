/**
 * The health of the migrations of a service with Spring Boot 3.5. With Spring Boot 4, nothing here is loaded: see
 * {@code lamin.spring.MigrationsHealthIndicator}.
 */
@NullMarked
package lamin.spring.health;

import org.jspecify.annotations.NullMarked;
