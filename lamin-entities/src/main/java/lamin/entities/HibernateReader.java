package lamin.entities;

import java.util.List;
import lamin.schema.internal.entities.EntityModel;
import lamin.schema.internal.entities.EntityReader;
import lamin.schema.internal.module.ModuleInfo;

/**
 * Reads entities with the Hibernate of this class's loader.
 *
 * @param loader loads the entities; it must see the same Hibernate
 */
public record HibernateReader(ClassLoader loader) implements EntityReader {
    /** The version of Hibernate, such as {@code 7.4.1.Final}. */
    public static String version() {
        return RunningHibernate.version();
    }

    @Override
    public EntityModel read(List<ModuleInfo> modules) {
        var entities = modules.stream()
                .map(module -> ModuleEntities.load(module, loader))
                .toList();
        return EntityModelReader.read(entities, loader);
    }
}
