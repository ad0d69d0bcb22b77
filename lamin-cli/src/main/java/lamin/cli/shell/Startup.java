package lamin.cli.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.Instance;
import lamin.cli.command.ModulePath;
import lamin.schema.internal.module.ModuleInfo;

/**
 * The environment of snippets at startup.
 *
 * @param instance the name of the instance
 * @param packages the packages imported with {@code *}
 * @param classPath the class path for compiling snippets
 */
record Startup(String instance, List<String> packages, String classPath) {
    private static final List<String> API =
            List.of("lamin", "lamin.artifact", "lamin.find", "lamin.registry", "lamin.run", "lamin.graph");
    private static final List<String> JAVA =
            List.of("java.util", "java.util.function", "java.util.stream", "java.nio.file", "java.time");

    Startup {
        packages = List.copyOf(packages);
    }

    /** The API and the packages of the instance's mounted modules that are installed. */
    static Startup of(Instance instance, ModulePath modules) {
        var mounted = Stream.concat(Stream.of("core"), instance.modules().stream())
                .flatMap(name -> modules.catalog().find(name).stream())
                .map(ModuleInfo::rootPackage);
        var outside = modules.outside().stream().map(Path::toString);
        return new Startup(
                instance.toString(),
                Stream.of(API.stream(), mounted, JAVA.stream())
                        .flatMap(part -> part)
                        .toList(),
                Stream.concat(outside, Stream.of(System.getProperty("java.class.path")))
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    /** In a snippet a variable hides the package with the same name, so {@code lamin} comes last. */
    List<String> snippets() {
        var snippets = new ArrayList<String>();
        packages.forEach(name -> snippets.add("import " + name + ".*;"));
        // java.util also has a Collection, and java.lang a Record
        snippets.add("import lnschema_core.Collection;");
        snippets.add("import lnschema_core.Record;");
        snippets.add("import " + SharedObjects.class.getName() + ";");
        snippets.add("Instance instance = SharedObjects.instance();");
        snippets.add("Lamin lamin = SharedObjects.lamin();");
        return snippets;
    }

    List<String> welcome() {
        return List.of(
                "lamin      makes, opens and deletes instances",
                "instance   " + instance + ", open",
                "imported   " + packages.stream().map(name -> name + ".*").collect(Collectors.joining(", ")),
                "try        instance.schema().view()");
    }
}
