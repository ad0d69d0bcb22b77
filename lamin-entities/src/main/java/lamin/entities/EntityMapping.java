package lamin.entities;

import jakarta.persistence.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.boot.spi.MetadataImplementor;

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
        modules.stream().flatMap(module -> module.helpers().stream()).forEach(sources::addAnnotatedClass);
        var builder = (MetadataBuilderImplementor) sources.getMetadataBuilder();
        var naming = NamingStrategies.of(modules);
        builder.applyImplicitNamingStrategy(naming.implicit());
        builder.applyPhysicalNamingStrategy(naming.physical());
        var annotations = AddedAnnotations.of(builder);
        for (var module : modules) {
            if (module.naming().hasPrefix()) {
                module.entities().forEach(entity -> qualify(annotations, module.module(), entity));
                module.entities().forEach(new CollectionTables(annotations)::complete);
            }
        }
        return (MetadataImplementor) builder.build();
    }

    /** Hibernate does not boot with two entities with the same simple name. */
    private static void qualify(AddedAnnotations annotations, String module, Class<?> entity) {
        var given = entity.getAnnotation(Entity.class);
        if (given != null && given.name().isEmpty()) {
            var name = module + "." + entity.getSimpleName();
            annotations.replace(entity, AnnotationValues.with(Entity.class, given, Map.of("name", name)));
        }
    }
}
