package lamin.entities;

import java.util.List;
import lamin.schema.internal.module.NamingRules;

/**
 * The entity classes of one schema module. Mapped superclasses and embeddables need no listing.
 *
 * @param tablePrefix the prefix of its table names; may be empty
 * @param converters the attribute converters, of which some apply without being named
 */
public record ModuleEntities(
        String module, String tablePrefix, NamingRules naming, List<Class<?>> entities, List<Class<?>> converters) {
    public ModuleEntities {
        entities = List.copyOf(entities);
        converters = List.copyOf(converters);
    }

    /** A module with LaminDB's names and without converters. */
    public ModuleEntities(String module, String tablePrefix, List<Class<?>> entities) {
        this(module, tablePrefix, NamingRules.LAMIN, entities, List.of());
    }
}
