package lamin.entities;

import jakarta.persistence.Entity;
import java.util.Comparator;
import java.util.List;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.boot.models.annotations.internal.EntityJpaAnnotation;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.models.spi.ModelsContext;

/** Hibernate's metadata of entities with the project's names, the same for reading tables and for reading rows. */
public final class EntityMapping {
    private EntityMapping() {}

    /** Needs no database. JPA names of entities begin with their module, such as {@code bionty.CellType}. */
    public static MetadataImplementor of(List<ModuleEntities> modules, StandardServiceRegistry registry) {
        var sources = new MetadataSources(registry);
        modules.stream()
                .flatMap(module -> module.entities().stream())
                .sorted(Comparator.comparing(Class::getName))
                .forEach(sources::addAnnotatedClass);
        var builder = (MetadataBuilderImplementor) sources.getMetadataBuilder();
        builder.applyImplicitNamingStrategy(new ConventionNaming(modules));
        builder.applyPhysicalNamingStrategy(new AsWritten());
        var models = builder.getBootstrapContext().getModelsContext();
        for (var module : modules) {
            module.entities().forEach(entity -> qualify(models, module.module(), entity));
            module.entities().forEach(new CollectionTables(models)::complete);
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

    /**
     * Names as written, except those of list index, map key and discriminator, which Hibernate generates without
     * consulting the strategy.
     */
    private static final class AsWritten extends PhysicalNamingStrategyStandardImpl {
        private static final long serialVersionUID = 1;

        @Override
        public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment environment) {
            return name.getText().matches("\\w+_(ORDER|KEY)|DTYPE")
                    ? environment.getIdentifierHelper().toIdentifier(Convention.column(name.getText()))
                    : name;
        }
    }
}
