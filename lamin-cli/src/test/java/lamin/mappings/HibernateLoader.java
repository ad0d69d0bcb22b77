package lamin.mappings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import lamin.schema.LaminException;

/**
 * The features compiled with one version of Hibernate, in a class loader that has everything from there: Hibernate, JPA, the
 * entities, the reader, and the starter's dialect. The engine and the drivers are those of the test.
 */
final class HibernateLoader extends URLClassLoader {
    private static final Path SOURCES = Path.of("src/test/mappings");
    private static final String WITH_XML = "orm-xml";
    private static final List<String> SHARED =
            List.of("lamin.schema.", "lamin.mappings.", "org.postgresql.", "org.sqlite.", "org.slf4j.");

    private final ClassLoader launcher;

    private HibernateLoader(List<Path> path, ClassLoader launcher) {
        super("hibernate", path.stream().map(HibernateLoader::url).toArray(URL[]::new), getPlatformClassLoader());
        this.launcher = launcher;
    }

    /**
     * @param version such as {@code 7.2.19.Final}
     * @param jars Hibernate, and all that it needs
     */
    static HibernateLoader open(String version, List<Path> jars, Path classes) {
        var launcher = HibernateLoader.class.getClassLoader();
        var libraries = new ArrayList<>(jars);
        Stream.of(
                        "lamin/entities/EntityModelReader.class",
                        "lamin/spring/SqliteDialect.class",
                        "org/springframework/boot/hibernate/SpringImplicitNamingStrategy.class",
                        "com/fasterxml/jackson/databind/ObjectMapper.class",
                        "com/fasterxml/jackson/core/JsonFactory.class",
                        "com/fasterxml/jackson/annotation/JsonProperty.class")
                .forEach(name -> libraries.add(placeOf(name, launcher)));
        var folders = List.of("all", WITH_XML, version.startsWith("6.") ? "until-6" : "since-7");
        var engine = Stream.of(LaminException.class, MappingTrials.class)
                .map(type -> placeOf(type.getName().replace('.', '/') + ".class", launcher));
        compile(
                folders.stream()
                        .flatMap(folder -> files(SOURCES.resolve(folder), ".java"))
                        .toList(),
                Stream.concat(libraries.stream(), engine).toList(),
                classes);
        var path = new ArrayList<>(List.of(classes, apart(classes)));
        path.addAll(libraries);
        return new HibernateLoader(path, launcher);
    }

    /** A mapping file counts for the classes in the same folder or jar. */
    private static Path apart(Path classes) {
        var root = classes.resolveSibling(classes.getFileName() + "-" + WITH_XML);
        var sources = SOURCES.resolve(WITH_XML);
        try {
            for (var source : files(sources, ".java").toList()) {
                var file = sources.relativize(source).toString().replace(".java", ".class");
                Files.createDirectories(root.resolve(file).resolveSibling(""));
                Files.move(classes.resolve(file), root.resolve(file));
            }
            Files.createDirectories(root.resolve("META-INF"));
            Files.copy(sources.resolve("META-INF/orm.xml"), root.resolve("META-INF/orm.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }

    /** The folder or jar that has a class. */
    private static Path placeOf(String name, ClassLoader loader) {
        var url = Objects.requireNonNull(loader.getResource(name), name).toString();
        var place = url.startsWith("jar:")
                ? url.substring("jar:".length(), url.indexOf("!/"))
                : url.substring(0, url.length() - name.length());
        try {
            return Path.of(new java.net.URI(place));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> files(Path folder, String end) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(List<Path> sources, List<Path> classPath, Path classes) {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
        var problems = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
            var options = List.of(
                    "-d",
                    Files.createDirectories(classes).toString(),
                    "-cp",
                    classPath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)),
                    "-proc:none",
                    "-nowarn");
            var task =
                    compiler.getTask(null, files, problems, options, null, files.getJavaFileObjectsFromPaths(sources));
            if (!task.call()) {
                throw new IllegalStateException(problems.getDiagnostics().stream()
                        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .collect(Collectors.joining("\n")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MappingTrials trials(List<String> groups) {
        try {
            return Class.forName("mappings.Trials", true, this)
                    .asSubclass(MappingTrials.class)
                    .getConstructor(List.class)
                    .newInstance(groups);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return SHARED.stream().anyMatch(name::startsWith) ? launcher.loadClass(name) : super.findClass(name);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
