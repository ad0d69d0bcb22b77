package lamin.entities;

import java.util.List;

/**
 * The entity classes of one schema module. Mapped superclasses and embeddables need no listing.
 *
 * @param tablePrefix what the names of its tables begin with
 */
public record ModuleEntities(String module, String tablePrefix, List<Class<?>> entities) {
    public ModuleEntities {
        entities = List.copyOf(entities);
    }
}
