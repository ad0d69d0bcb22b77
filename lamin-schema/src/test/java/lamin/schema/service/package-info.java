/** Services that deploy their migrations. */
@NullMarked
package lamin.schema.service;

import org.jspecify.annotations.NullMarked;
