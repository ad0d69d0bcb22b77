@SchemaModule(version = "1.0.0", naming = Naming.SPRING)
package com.acme.shop.audit;

import lamin.schema.Naming;
import lamin.schema.SchemaModule;
