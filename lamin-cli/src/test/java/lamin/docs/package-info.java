/** Tests that the documents say what is true. Start at {@link lamin.docs.SchemasGuideIT}. */
@NullMarked
package lamin.docs;

import org.jspecify.annotations.NullMarked;
