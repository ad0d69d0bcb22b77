package lamin.project;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The single class loader of all modules outside the distribution. */
public final class ModuleLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final List<String> ownPackages;

    private ModuleLoader(URL[] urls, Collection<String> rootPackages, ClassLoader launcher) {
        super("schema modules", urls, launcher);
        this.ownPackages =
                rootPackages.stream().map(rootPackage -> rootPackage + ".").toList();
    }

    /**
     * A child of the launcher's loader.
     *
     * @param ownFirst whether to search here first for classes that are also in the distribution, because one of its
     *     modules, and those that refer to it, are used from source
     */
    public static URLClassLoader of(List<Path> classPath, boolean ownFirst, ClassLoader launcher) {
        return of(classPath, List.of(), ownFirst, launcher);
    }

    /**
     * The same, if the packages of the modules are known.
     *
     * @param rootPackages packages for which the launcher is not searched
     */
    public static URLClassLoader of(
            List<Path> classPath, Collection<String> rootPackages, boolean ownFirst, ClassLoader launcher) {
        var urls = classPath.stream().map(ModuleLoader::url).toArray(URL[]::new);
        return ownFirst ? new ChildFirstClassLoader(urls, launcher) : new ModuleLoader(urls, rootPackages, launcher);
    }

    /** Searching the launcher's seventy jars for a script in vain takes longer than loading it. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (ownPackages.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
