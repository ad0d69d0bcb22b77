/** The entities of a service. */
@NullMarked
@SchemaModule(version = "1.0.0", migration = "bbbbbbbbbbbb", naming = Naming.SPRING)
package lamin.spring.shop;

import lamin.schema.Naming;
import lamin.schema.SchemaModule;
import org.jspecify.annotations.NullMarked;
