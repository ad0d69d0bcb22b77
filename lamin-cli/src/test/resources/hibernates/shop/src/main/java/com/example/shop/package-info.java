@SchemaModule(version = "1.0.0", naming = Naming.SPRING)
package com.example.shop;

import lamin.schema.Naming;
import lamin.schema.SchemaModule;
