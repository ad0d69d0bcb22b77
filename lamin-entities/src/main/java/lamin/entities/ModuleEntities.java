package lamin.entities;

import java.util.List;

/**
 * The entity classes of one schema module. Mapped superclasses and embeddables need no listing.
 *
 * @param tablePrefix the prefix of its table names
 */
public record ModuleEntities(String module, String tablePrefix, List<Class<?>> entities) {
    public ModuleEntities {
        entities = List.copyOf(entities);
    }
}
