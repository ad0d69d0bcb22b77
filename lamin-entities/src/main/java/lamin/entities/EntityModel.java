package lamin.entities;

import lamin.schema.internal.detect.Hints;
import lamin.schema.model.SchemaModel;

/** The schema that entities describe, the earlier names that their authors state, and the values of new records. */
public record EntityModel(SchemaModel schema, Hints hints, InitialValues initialValues) {
    public EntityModel(SchemaModel schema, Hints hints) {
        this(schema, hints, InitialValues.NONE);
    }
}
