package lamin.entities;

import java.util.List;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.module.NamingRules;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/** The strategies with which Hibernate names the tables and columns of modules, all of which have the same rules. */
record NamingStrategies(ImplicitNamingStrategy implicit, PhysicalNamingStrategy physical) {

    /**
     * @throws LaminException with {@code REFUSED} if the modules have different rules, or a strategy of their own cannot be
     *     created
     */
    static NamingStrategies of(List<ModuleEntities> modules) {
        var rules = modules.stream().map(ModuleEntities::naming).distinct().toList();
        if (rules.size() > 1) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "modules whose entities reference each other name their tables in the same way, but these do not: "
                            + modules.stream()
                                    .map(module -> module.module() + " (" + module.naming() + ")")
                                    .collect(Collectors.joining(", ")));
        }
        return rules.isEmpty() ? of(NamingRules.LAMIN, modules) : of(rules.getFirst(), modules);
    }

    private static NamingStrategies of(NamingRules rules, List<ModuleEntities> modules) {
        return new NamingStrategies(implicit(rules, modules), physical(rules, modules));
    }

    private static ImplicitNamingStrategy implicit(NamingRules rules, List<ModuleEntities> modules) {
        if (!rules.implicitStrategy().isEmpty()) {
            return new MarkedKeyNames(created(rules.implicitStrategy(), ImplicitNamingStrategy.class, modules));
        }
        return switch (rules.naming()) {
            case LAMIN -> new MarkedKeyNames(new ConventionNaming(modules));
            case SPRING -> new MarkedKeyNames(new SpringNaming());
            case JPA -> new MarkedKeyNames(new ImplicitNamingStrategyJpaCompliantImpl());
        };
    }

    private static PhysicalNamingStrategy physical(NamingRules rules, List<ModuleEntities> modules) {
        if (!rules.physicalStrategy().isEmpty()) {
            return new Folded(created(rules.physicalStrategy(), PhysicalNamingStrategy.class, modules));
        }
        return switch (rules.naming()) {
            case LAMIN -> new AsWritten();
            case SPRING -> new Folded(RunningHibernate.snakeCase());
            case JPA -> new Folded(new PhysicalNamingStrategyStandardImpl());
        };
    }

    private static <T> T created(String className, Class<T> type, List<ModuleEntities> modules) {
        var loader = modules.stream()
                .flatMap(module -> module.entities().stream())
                .map(Class::getClassLoader)
                .findFirst()
                .orElse(type.getClassLoader());
        try {
            var constructor =
                    Class.forName(className, true, loader).asSubclass(type).getDeclaredConstructor();
            return constructor.newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "the naming strategy " + className + " cannot be used: " + e
                            + "\nit must be a public class that implements " + type.getName()
                            + " and has a public constructor without parameters",
                    e);
        }
    }

    /**
     * Names as written, except those of list index, map key and discriminator, which Hibernate generates without
     * consulting the strategy.
     */
    private static final class AsWritten extends PhysicalNamingStrategyStandardImpl {
        private static final long serialVersionUID = 1;

        /** Hibernate appends _SEQ to the name of a table, without quotes. */
        @Override
        public Identifier toPhysicalSequenceName(Identifier name, JdbcEnvironment environment) {
            return Folded.folded(name);
        }

        @Override
        public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment environment) {
            return name.getText().matches("\\w+_(ORDER|KEY)|DTYPE")
                    ? environment.getIdentifierHelper().toIdentifier(Convention.column(name.getText()))
                    : name;
        }
    }

    /**
     * Names as a database reads them where Hibernate writes them without quotes: PostgreSQL in lower case, SQLite in either
     * case.
     */
    private record Folded(PhysicalNamingStrategy strategy) implements PhysicalNamingStrategy {
        @Override
        public Identifier toPhysicalCatalogName(Identifier name, JdbcEnvironment environment) {
            return folded(strategy.toPhysicalCatalogName(name, environment));
        }

        @Override
        public Identifier toPhysicalSchemaName(Identifier name, JdbcEnvironment environment) {
            return folded(strategy.toPhysicalSchemaName(name, environment));
        }

        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
            return folded(strategy.toPhysicalTableName(name, environment));
        }

        @Override
        public Identifier toPhysicalSequenceName(Identifier name, JdbcEnvironment environment) {
            return folded(strategy.toPhysicalSequenceName(name, environment));
        }

        @Override
        public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment environment) {
            return folded(strategy.toPhysicalColumnName(name, environment));
        }

        private static Identifier folded(Identifier name) {
            return name == null || name.isQuoted()
                    ? name
                    : Identifier.toIdentifier(Convention.lowerCase(name.getText()));
        }
    }
}
