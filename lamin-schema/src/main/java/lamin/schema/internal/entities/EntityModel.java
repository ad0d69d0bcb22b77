package lamin.schema.internal.entities;

import lamin.schema.internal.detect.Hints;
import lamin.schema.model.SchemaModel;

/**
 * The schema that entities describe, the earlier names that their authors state, and the values of new records.
 *
 * @param hibernate the version of Hibernate that has read them, such as {@code 7.4.1.Final}; empty if none has
 */
public record EntityModel(SchemaModel schema, Hints hints, InitialValues initialValues, String hibernate) {
    public EntityModel(SchemaModel schema, Hints hints) {
        this(schema, hints, InitialValues.NONE, "");
    }
}
