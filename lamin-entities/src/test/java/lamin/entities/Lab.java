package lamin.entities;

import java.util.List;
import lamin.schema.internal.entities.EntityModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** Reads entities as those of a module called {@code lab}. */
public final class Lab {
    private Lab() {}

    public static EntityModel read(Class<?>... entities) {
        return EntityModelReader.read(List.of(new ModuleEntities("lab", "lab", List.of(entities))));
    }

    public static Table table(String name, Class<?>... entities) {
        return read(entities).schema().table(TableName.of(name)).orElseThrow();
    }
}
