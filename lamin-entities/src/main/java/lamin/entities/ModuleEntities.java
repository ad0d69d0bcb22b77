package lamin.entities;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.NamingRules;

/**
 * The entity classes of one schema module. Of mapped superclasses and embeddables only subclasses of embeddables need to be listed.
 *
 * @param tablePrefix the prefix of its table names; may be empty
 * @param helpers converters, of which some apply without being named, embeddables and mapped superclasses
 */
public record ModuleEntities(
        String module, String tablePrefix, NamingRules naming, List<Class<?>> entities, List<Class<?>> helpers) {
    public ModuleEntities {
        entities = List.copyOf(entities);
        helpers = List.copyOf(helpers);
    }

    /** A module with LaminDB's names and without helpers. */
    public ModuleEntities(String module, String tablePrefix, List<Class<?>> entities) {
        this(module, tablePrefix, NamingRules.LAMIN, entities, List.of());
    }

    /**
     * The classes of a module, loaded.
     *
     * @throws LaminException with {@code REFUSED} if one of them cannot be loaded
     */
    public static ModuleEntities load(ModuleInfo module, ClassLoader loader) {
        return new ModuleEntities(
                module.name(),
                module.tablePrefix(),
                module.naming(),
                classes("entity", module.entities(), module, loader),
                classes("class", module.helpers(), module, loader));
    }

    private static List<Class<?>> classes(String what, List<String> names, ModuleInfo module, ClassLoader loader) {
        var classes = new ArrayList<Class<?>>();
        for (var name : names) {
            try {
                classes.add(Class.forName(name, false, loader));
            } catch (ClassNotFoundException | LinkageError e) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        what + " " + name + " of module " + module.name() + " cannot be loaded: " + e,
                        e);
            }
        }
        return classes;
    }
}
