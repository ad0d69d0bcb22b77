/** Who bought what. */
@SchemaModule(version = "1.0.0", naming = Naming.SPRING, tablePrefix = "", migration = "05c8ccf8e7bc")
package com.acme.shop.orders;

import lamin.schema.Naming;
import lamin.schema.SchemaModule;
