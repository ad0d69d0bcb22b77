/** The migrations of the shop. */
@NullMarked
package lamin.spring.shop.migrations.versions;

import org.jspecify.annotations.NullMarked;
