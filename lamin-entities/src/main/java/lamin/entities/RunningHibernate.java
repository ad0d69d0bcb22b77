package lamin.entities;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataBuildingOptions;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.generator.Generator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;

/**
 * The Hibernate on the class path, which is the project's own: what versions 6.6 to 7.4 do differently. This module is compiled
 * with the newest of them, so whatever 6.6 does not have is called by name here.
 */
final class RunningHibernate {
    /** Their parameter is the metadata, whose interface has another name from 7 on. */
    private static final Method TYPE_CODE = method(Column.class, "getSqlTypeCode", 1);

    private static final Method COLUMN_SIZE = method(Column.class, "getColumnSize", 2);

    private RunningHibernate() {}

    /** Such as {@code 7.4.1.Final}. */
    static String version() {
        return Version.getVersionString();
    }

    /** Whether it reads classes with hibernate-models, as 7 does, rather than with hibernate-commons-annotations. */
    static boolean hasModels() {
        return hasMethod(BootstrapContext.class, "getModelsContext");
    }

    static Object reflectionManager(BootstrapContext context) {
        return call(method(BootstrapContext.class, "getReflectionManager", 0), context);
    }

    /** The strategy of Spring Boot, which has another name from 7 on. */
    static PhysicalNamingStrategy snakeCase() {
        var name = hasModels() ? "PhysicalNamingStrategySnakeCaseImpl" : "CamelCaseToUnderscoresNamingStrategy";
        try {
            var type = Class.forName("org.hibernate.boot.model.naming." + name);
            return type.asSubclass(PhysicalNamingStrategy.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " of Hibernate " + version(), e);
        }
    }

    /** The type of the column, one of {@link org.hibernate.type.SqlTypes}. */
    static int typeCode(Column column, Metadata metadata) {
        return (int) call(TYPE_CODE, column, metadata);
    }

    static Size size(Column column, Metadata metadata) {
        return (Size) call(COLUMN_SIZE, column, metadata.getDatabase().getDialect(), metadata);
    }

    /** Creates the generator of an entity's ids; 6 takes it from a factory. */
    static Generator generator(RootClass entity, MetadataImplementor metadata) {
        var dialect = metadata.getDatabase().getDialect();
        if (hasModels()) {
            return (Generator)
                    call(method(KeyValue.class, "createGenerator", 2), entity.getIdentifier(), dialect, entity);
        }
        var options = metadata.getMetadataBuildingOptions();
        var factory = call(method(MetadataBuildingOptions.class, "getIdentifierGeneratorFactory", 0), options);
        return (Generator)
                call(method(KeyValue.class, "createGenerator", 3), entity.getIdentifier(), factory, dialect, entity);
    }

    @SuppressWarnings("unchecked")
    static Collection<ForeignKey> foreignKeys(Table table) {
        return find(Table.class, "getForeignKeyCollection", 0)
                .map(method -> (Collection<ForeignKey>) call(method, table))
                .orElseGet(() -> ((Map<?, ForeignKey>) call(method(Table.class, "getForeignKeys", 0), table)).values());
    }

    /** Those of {@code @ForeignKey}; empty before JPA 3.2. */
    static String options(ForeignKey key) {
        return text(ForeignKey.class, key, "getOptions");
    }

    /** Those of {@code @Column}; empty before JPA 3.2. */
    static String options(Column column) {
        return text(Column.class, column, "getOptions");
    }

    /** Those of {@code @UniqueConstraint} or {@code @Index}; empty before JPA 3.2. */
    static String options(Annotation key) {
        return text(key.annotationType(), key, "options");
    }

    private static String text(Class<?> type, Object object, String method) {
        return find(type, method, 0)
                .map(found -> Objects.requireNonNullElse((String) call(found, object), ""))
                .orElse("");
    }

    private static boolean hasMethod(Class<?> type, String name) {
        return find(type, name, 0).isPresent();
    }

    private static Method method(Class<?> type, String name, int parameters) {
        return find(type, name, parameters)
                .orElseThrow(() ->
                        new IllegalStateException(type.getName() + "." + name + " is not in Hibernate " + version()));
    }

    private static Optional<Method> find(Class<?> type, String name, int parameters) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst();
    }

    private static Object call(Method method, Object object, Object... arguments) {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " of Hibernate " + version(), e);
        }
    }
}
