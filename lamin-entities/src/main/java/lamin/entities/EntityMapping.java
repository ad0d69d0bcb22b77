package lamin.entities;

import jakarta.persistence.Entity;
import java.util.Comparator;
import java.util.List;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.models.annotations.internal.EntityJpaAnnotation;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.models.spi.ModelsContext;

/** Hibernate's metadata of entities with the project's names, the same for reading tables and for reading rows. */
public final class EntityMapping {
    private EntityMapping() {}

    /**
     * Needs no database. JPA names of entities begin with their module, such as {@code bionty.CellType}, if the names of tables do:
     * queries of other projects use the entities' own names.
     */
    public static MetadataImplementor of(List<ModuleEntities> modules, StandardServiceRegistry registry) {
        var sources = new MetadataSources(registry);
        modules.stream()
                .flatMap(module -> module.entities().stream())
                .sorted(Comparator.comparing(Class::getName))
                .forEach(sources::addAnnotatedClass);
        modules.stream().flatMap(module -> module.converters().stream()).forEach(sources::addAnnotatedClass);
        var builder = (MetadataBuilderImplementor) sources.getMetadataBuilder();
        var naming = NamingStrategies.of(modules);
        builder.applyImplicitNamingStrategy(naming.implicit());
        builder.applyPhysicalNamingStrategy(naming.physical());
        var models = builder.getBootstrapContext().getModelsContext();
        for (var module : modules) {
            if (module.naming().hasPrefix()) {
                module.entities().forEach(entity -> qualify(models, module.module(), entity));
                module.entities().forEach(new CollectionTables(models)::complete);
            }
        }
        return (MetadataImplementor) builder.build();
    }

    /** Hibernate does not boot with two entities with the same simple name. */
    private static void qualify(ModelsContext models, String module, Class<?> entity) {
        var details = models.getClassDetailsRegistry().resolveClassDetails(entity.getName());
        if (details.getDirectAnnotationUsage(Entity.class) instanceof EntityJpaAnnotation annotation
                && annotation.name().isEmpty()) {
            annotation.name(module + "." + entity.getSimpleName());
        }
    }
}
