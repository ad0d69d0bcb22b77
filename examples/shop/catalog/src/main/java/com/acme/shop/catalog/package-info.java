/** What the shop sells. */
@SchemaModule(version = "1.0.0", naming = Naming.SPRING, tablePrefix = "", migration = "8d223bb1e5c0")
package com.acme.shop.catalog;

import lamin.schema.Naming;
import lamin.schema.SchemaModule;
