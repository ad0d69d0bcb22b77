package lamin.project;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** The one class loader of all modules outside the distribution. */
public final class ModuleLoader {
    private ModuleLoader() {}

    /**
     * A loader above the launcher's.
     *
     * @param ownFirst classes that the distribution carries too are looked for here first: one of its modules, and those that
     *     may refer to it, are used from source
     */
    public static URLClassLoader of(List<Path> classPath, boolean ownFirst, ClassLoader launcher) {
        var urls = classPath.stream().map(ModuleLoader::url).toArray(URL[]::new);
        return ownFirst
                ? new ChildFirstClassLoader(urls, launcher)
                : new URLClassLoader("schema modules", urls, launcher);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
