package lamin.schema.internal.module;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of classes or a jar, which a class loader may read from inside another jar. */
sealed interface ModulePlace {
    ClassFiles open() throws IOException;

    /** The place as messages name it; of a jar in a jar not a file. */
    Path path();

    default boolean isFolder() {
        return Files.isDirectory(path());
    }

    default boolean isNamedLike(String start) {
        return path().getFileName() != null && path().getFileName().toString().startsWith(start);
    }

    /** The place from which a class loader took a resource of this name. */
    static ModulePlace of(URL resource, String name) {
        var url = resource.toExternalForm();
        var place = url.substring(0, url.length() - name.length());
        var file = place.startsWith("jar:") && place.endsWith("!/") ? place.substring(4, place.length() - 2) : place;
        return local(file).<ModulePlace>map(Local::new).orElseGet(() -> new Nested(resource, described(file)));
    }

    private static Path described(String url) {
        var text = url.replaceFirst("^(?:[a-z]+:)+", "").replaceFirst("/$", "");
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return Path.of(text.substring(text.lastIndexOf('/') + 1));
        }
    }

    private static Optional<Path> local(String url) {
        try {
            return url.startsWith("file:") ? Optional.of(Path.of(URI.create(url))) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** A file or folder of the default file system. */
    record Local(Path path) implements ModulePlace {
        @Override
        public ClassFiles open() throws IOException {
            return ClassFiles.open(path);
        }
    }

    /** A jar that only its class loader can open, such as one in {@code BOOT-INF/lib} of an application. */
    record Nested(URL resource, Path path) implements ModulePlace {
        @Override
        public ClassFiles open() throws IOException {
            if (resource.openConnection() instanceof JarURLConnection connection) {
                // a cached jar is shared with the class loader and must not be closed
                connection.setUseCaches(false);
                return ClassFiles.Jar.of(connection.getJarFile());
            }
            throw new IOException("its class loader gives neither a file nor a jar");
        }
    }
}
