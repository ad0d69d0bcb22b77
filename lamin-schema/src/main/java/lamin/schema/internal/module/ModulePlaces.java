package lamin.schema.internal.module;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * The places in which a class loader may have schema modules. Only few resources are looked up; the classes of other jars
 * are not listed.
 */
final class ModulePlaces {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String ENGINE = "lamin/schema/SchemaModule.class";

    private ModulePlaces() {}

    static List<ModulePlace> of(ClassLoader loader) {
        var unindexed = Stream.of(
                folders(loader).stream(),
                places(loader, MANIFEST).stream().filter(place -> place.isNamedLike("lnschema-")),
                // an application that was packed into one jar, which kept no index
                places(loader, ENGINE).stream().filter(place -> !place.isNamedLike("lamin-schema")));
        return distinct(Stream.concat(indexed(loader), unindexed.flatMap(places -> places)));
    }

    /**
     * The places that have an index, and those of the packages in it: an application of Spring Boot keeps the index beside the
     * folder of classes.
     */
    private static Stream<ModulePlace> indexed(ClassLoader loader) {
        return resources(loader, ModuleScanner.INDEX).stream()
                .flatMap(index -> Stream.concat(
                        Stream.of(ModulePlace.of(index, ModuleScanner.INDEX)),
                        packages(index).stream()
                                .map(name -> name.replace('.', '/') + ModuleScanner.PACKAGE_INFO)
                                .flatMap(packageInfo -> places(loader, packageInfo).stream())));
    }

    private static List<String> packages(URL index) {
        try (var stream = index.openStream()) {
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, index + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Folders of classes, in the order of the class path. */
    static List<ModulePlace> folders(ClassLoader loader) {
        return places(loader, "").stream().filter(ModulePlace::isFolder).toList();
    }

    private static List<ModulePlace> distinct(Stream<ModulePlace> places) {
        var byPath = new LinkedHashMap<Path, ModulePlace>();
        places.forEach(place -> byPath.putIfAbsent(place.path(), place));
        return List.copyOf(byPath.values());
    }

    private static List<ModulePlace> places(ClassLoader loader, String resource) {
        return resources(loader, resource).stream()
                .map(url -> ModulePlace.of(url, resource))
                .toList();
    }

    private static List<URL> resources(ClassLoader loader, String resource) {
        try {
            return Collections.list(loader.getResources(resource));
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "the class loader cannot look up " + resource + ": " + e.getMessage(), e);
        }
    }
}
