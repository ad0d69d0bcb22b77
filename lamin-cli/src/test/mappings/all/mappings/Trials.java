package mappings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import lamin.entities.EntityModelReader;
import lamin.entities.ModuleEntities;
import lamin.mappings.MappingTrials;
import lamin.mappings.Outcome;
import lamin.mappings.Trial;
import lamin.schema.Naming;
import lamin.schema.internal.module.NamingRules;
import lamin.schema.model.SchemaModel;
import org.hibernate.SessionFactory;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

/** The trials of all features with the Hibernate of this class's loader. */
public final class Trials implements MappingTrials {
    private final Map<String, Feature<?>> features = new LinkedHashMap<>();

    public Trials(List<String> groups) {
        var all = new Features();
        for (var group : groups) {
            try {
                Class.forName(group)
                        .asSubclass(FeatureGroup.class)
                        .getDeclaredConstructor()
                        .newInstance()
                        .addTo(all);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        all.all.forEach(feature -> {
            if (features.put(feature.title, feature) != null) {
                throw new IllegalStateException("twice: " + feature.title);
            }
        });
    }

    @Override
    public List<Trial> trials() {
        return features.values().stream()
                .map(feature -> new Trial(feature.group, feature.title, feature.expected))
                .toList();
    }

    @Override
    public SchemaModel read(String module, Collection<String> titles) {
        var some = titles.stream().<Feature<?>>map(features::get).toList();
        var classes = some.stream()
                .flatMap(feature -> feature.classes.stream())
                .distinct()
                .toList();
        var entities = classes.stream().filter(type -> !isHelper(type)).toList();
        var helpers = classes.stream().filter(Trials::isHelper).toList();
        var naming = NamingRules.of(Naming.valueOf(some.getFirst().naming));
        return EntityModelReader.read(List.of(new ModuleEntities(module, "", naming, entities, helpers)))
                .schema();
    }

    @Override
    public List<List<String>> together(Collection<String> titles) {
        var together = new ArrayList<List<String>>();
        each(titles, (some, of) -> together.add(some));
        return together;
    }

    private static boolean isHelper(Class<?> type) {
        return type.isAnnotationPresent(Converter.class) || type.isAnnotationPresent(Embeddable.class);
    }

    @Override
    public Map<String, List<String>> tables(Collection<String> titles) {
        var tables = new LinkedHashMap<String, List<String>>();
        each(titles, (some, of) -> {
            try (var database = new Mapped(of, "postgresql", "", "none")) {
                some.forEach(title -> tables.put(title, database.tables(features.get(title))));
            }
        });
        return tables;
    }

    /** Features that need settings of their own, one by one, and all others together. */
    private void each(Collection<String> titles, BiConsumer<List<String>, List<Feature<?>>> work) {
        var together = titles.stream().filter(title -> !features.get(title).isAlone()).toList();
        var alone = titles.stream().filter(title -> features.get(title).isAlone()).map(List::of);
        Stream.concat(together.isEmpty() ? Stream.empty() : Stream.of(together), alone)
                .forEach(some -> work.accept(
                        some, some.stream().<Feature<?>>map(features::get).toList()));
    }

    @Override
    public List<String> ddl(String database, Collection<String> titles) {
        var statements = new ArrayList<String>();
        each(titles, (some, of) -> {
            try (var mapped = new Mapped(of, database, "", "none")) {
                statements.addAll(mapped.ddl());
            }
        });
        return statements;
    }

    @Override
    public Map<String, Outcome> run(String database, String url, Collection<String> titles, boolean validated) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        each(titles, (some, of) -> outcomes.putAll(runTogether(database, url, some, validated)));
        return outcomes;
    }

    /** If Hibernate does not start with all of them, it is tried with each half. */
    private Map<String, Outcome> runTogether(String database, String url, List<String> titles, boolean validated) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        var of = titles.stream().<Feature<?>>map(features::get).toList();
        try (var mapped = new Mapped(of, database, url, validated ? "validate" : "none");
                var factory = mapped.factory()) {
            for (var title : titles) {
                outcomes.put(title, run(features.get(title), factory));
            }
        } catch (RuntimeException | LinkageError e) {
            if (titles.size() == 1) {
                return Map.of(titles.getFirst(), Outcome.of("start", e));
            }
            int half = titles.size() / 2;
            outcomes.putAll(runTogether(database, url, titles.subList(0, half), validated));
            outcomes.putAll(runTogether(database, url, titles.subList(half, titles.size()), validated));
        }
        return outcomes;
    }

    private static Outcome run(Feature<?> feature, SessionFactory factory) {
        var step = "insert";
        try {
            var id = factory.fromTransaction(feature::insert);
            step = "read";
            factory.inTransaction(session -> feature.requireFirst(session, id));
            step = "update";
            factory.inTransaction(session -> feature.change(session, id));
            step = "read again";
            factory.inTransaction(session -> feature.requireSecond(session, id));
            step = "delete";
            factory.inTransaction(session -> feature.delete(session, id));
            factory.inTransaction(session -> feature.requireNone(session, id));
            return Outcome.DONE;
        } catch (RuntimeException | AssertionError e) {
            return Outcome.of(step, e);
        }
    }

    /** The mapping of some features for one database. */
    private static final class Mapped implements AutoCloseable {
        private final StandardServiceRegistry registry;
        private final Metadata metadata;

        Mapped(List<Feature<?>> features, String database, String url, String action) {
            var settings = new StandardServiceRegistryBuilder();
            settings.applySetting("hibernate.hbm2ddl.auto", action);
            settings.applySetting(
                    "hibernate.dialect",
                    database.equals("sqlite") ? "lamin.spring.SqliteDialect" : "org.hibernate.dialect.PostgreSQLDialect");
            if (database.equals("sqlite")) {
                settings.applySetting("hibernate.id.optimizer.pooled.preferred", "none");
                if (features.stream().noneMatch(feature -> feature.expected.startsWith("not on SQLite"))) {
                    // the driver's query for so many tables has more parts than SQLite takes
                    settings.applySetting("hibernate.hbm2ddl.jdbc_metadata_extraction_strategy", "individually");
                }
            }
            if (url.isEmpty()) {
                settings.applySetting("hibernate.boot.allow_jdbc_metadata_access", false);
            } else {
                settings.applySetting("jakarta.persistence.jdbc.url", url);
            }
            if (features.getFirst().naming.equals("SPRING")) {
                settings.applySetting(
                        "hibernate.implicit_naming_strategy",
                        "org.springframework.boot.hibernate.SpringImplicitNamingStrategy");
                settings.applySetting("hibernate.physical_naming_strategy", snakeCase());
            }
            features.forEach(feature -> feature.settings.forEach(settings::applySetting));
            registry = settings.build();
            try {
                var sources = new MetadataSources(registry);
                features.stream()
                        .flatMap(feature -> feature.classes.stream())
                        .distinct()
                        .forEach(sources::addAnnotatedClass);
                features.stream()
                        .map(feature -> feature.mappingFile)
                        .filter(file -> !file.isEmpty())
                        .forEach(sources::addResource);
                metadata = sources.buildMetadata();
            } catch (RuntimeException | LinkageError e) {
                StandardServiceRegistryBuilder.destroy(registry);
                throw e;
            }
        }

        private static String snakeCase() {
            return "org.hibernate.boot.model.naming."
                    + (Version.getVersionString().startsWith("6.")
                            ? "CamelCaseToUnderscoresNamingStrategy"
                            : "PhysicalNamingStrategySnakeCaseImpl");
        }

        SessionFactory factory() {
            return metadata.buildSessionFactory();
        }

        List<String> ddl() {
            return new SchemaCreatorImpl(registry).generateCreationCommands(metadata, false);
        }

        List<String> tables(Feature<?> feature) {
            var tables = new TreeSet<String>();
            for (var entity : metadata.getEntityBindings()) {
                if (feature.classes.contains(entity.getMappedClass()) && entity.getMappedClass() != Part.class) {
                    if (!entity.getTable().isSubselect()) {
                        tables.add(entity.getTable().getName());
                    }
                    entity.getJoins().forEach(join -> tables.add(join.getTable().getName()));
                }
            }
            for (var collection : metadata.getCollectionBindings()) {
                if (feature.classes.contains(collection.getOwner().getMappedClass())) {
                    tables.add(collection.getCollectionTable().getName());
                }
            }
            return List.copyOf(tables);
        }

        @Override
        public void close() {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }
}
