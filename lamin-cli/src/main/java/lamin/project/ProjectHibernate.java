package lamin.project;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import lamin.entities.HibernateReader;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.entities.EntityModel;
import lamin.schema.internal.entities.EntityReader;
import lamin.schema.internal.module.ModuleInfo;

/**
 * Reads the entities of a project with its own Hibernate, in a class loader that has everything from there: Hibernate, JPA, the
 * entities, and once more the classes of {@code lamin.entities}. Only types of {@code lamin.schema} cross the border.
 *
 * @param version the version of Hibernate
 */
public record ProjectHibernate(EntityReader reader, ClassLoader loader, String version) implements EntityReader {

    /** Whether a class path has a Hibernate of another version than the running one. */
    static boolean isOther(List<Path> classPath) {
        var version = version(classPath);
        return !version.isEmpty() && !version.equals(HibernateReader.version());
    }

    /**
     * Opens it for the life of the process.
     *
     * @param others classes and jars of other modules that the entities may reference
     */
    public static EntityReader open(EditableModule module, List<Path> others) {
        // Hibernate would take a logging library of the project, which prints everything if it is not set up
        if (System.getProperty("org.jboss.logging.provider") == null) {
            System.setProperty("org.jboss.logging.provider", "jdk");
        }
        var version = version(module.entityPath());
        var urls = Stream.of(List.of(ownClasses(), module.classes()), module.entityPath(), others)
                .flatMap(List::stream)
                .map(ProjectHibernate::url)
                .toArray(URL[]::new);
        var loader = new Isolated(urls, ProjectHibernate.class.getClassLoader());
        try {
            var reader = Class.forName(HibernateReader.class.getName(), true, loader)
                    .asSubclass(EntityReader.class)
                    .getConstructor(ClassLoader.class)
                    .newInstance(loader);
            return new ProjectHibernate(reader, loader, version);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw unusable(version, e);
        }
    }

    @Override
    public EntityModel read(List<ModuleInfo> modules) {
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        thread.setContextClassLoader(loader); // in which Hibernate looks for its services too
        try {
            return reader.read(modules);
        } catch (LinkageError | ServiceConfigurationError e) {
            throw unusable(version, e);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static LaminException unusable(String version, Throwable cause) {
        return new LaminException(
                ErrorCode.INCOMPATIBLE,
                "the entities cannot be read with the project's Hibernate " + version + ": " + cause
                        + "\nexpected: Hibernate 6.6 to 7.4, and all libraries that the entities use",
                cause);
    }

    private static String version(List<Path> jars) {
        return jars.stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith("hibernate-core-"))
                .map(name -> name.substring("hibernate-core-".length()).replaceFirst("\\.jar$", ""))
                .findFirst()
                .orElse("");
    }

    private static Path ownClasses() {
        try {
            return Path.of(HibernateReader.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sees of the launcher the engine, and slf4j, so that libraries of the project write no log. */
    private static final class Isolated extends URLClassLoader {
        static {
            registerAsParallelCapable();
        }

        private final ClassLoader launcher;

        Isolated(URL[] urls, ClassLoader launcher) {
            super("entities", urls, ClassLoader.getPlatformClassLoader());
            this.launcher = launcher;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith("lamin.schema.") && !name.startsWith("org.slf4j.")) {
                return super.findClass(name);
            }
            try {
                return launcher.loadClass(name);
            } catch (ClassNotFoundException ofProject) {
                return super.findClass(name);
            }
        }
    }
}
