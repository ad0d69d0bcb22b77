/** Tables of ordinary JPA entities, used by Hibernate as a service would. */
@NullMarked
package lamin.testing.jpa;

import org.jspecify.annotations.NullMarked;
