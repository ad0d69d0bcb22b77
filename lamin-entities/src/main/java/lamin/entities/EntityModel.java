package lamin.entities;

import lamin.schema.internal.detect.Hints;
import lamin.schema.model.SchemaModel;

/** What entities describe, and what their authors say about earlier names. */
public record EntityModel(SchemaModel schema, Hints hints) {}
