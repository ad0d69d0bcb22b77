package lamin.schema.internal.entities;

import java.util.List;
import lamin.schema.internal.module.ModuleInfo;

/** Reads the entities of modules with one version of Hibernate. */
@FunctionalInterface
public interface EntityReader {
    /**
     * Reads the entities of all modules together. A module that others reference must be among them.
     *
     * @throws EntityMappingException with all problems of the entities
     */
    EntityModel read(List<ModuleInfo> modules);
}
