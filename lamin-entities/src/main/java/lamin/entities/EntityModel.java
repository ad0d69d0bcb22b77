package lamin.entities;

import lamin.schema.internal.detect.Hints;
import lamin.schema.model.SchemaModel;

/** The schema that entities describe, and the earlier names that their authors state. */
public record EntityModel(SchemaModel schema, Hints hints) {}
