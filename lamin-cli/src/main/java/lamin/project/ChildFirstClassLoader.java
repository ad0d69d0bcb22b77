package lamin.project;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** Searches its own jars before its parent, for classes that exist in both. */
final class ChildFirstClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    ChildFirstClassLoader(URL[] urls, ClassLoader parent) {
        super("schema modules", urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            if (loaded == null && findResource(name.replace('.', '/') + ".class") != null) {
                loaded = findClass(name);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        var own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    /** For class files only its own, so that the replaced copy is not found; for other resources both. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var own = findResources(name);
        if (!name.startsWith("META-INF/") && own.hasMoreElements()) {
            return own;
        }
        var all = Collections.list(own);
        all.addAll(Collections.list(super.getParent().getResources(name)));
        return Collections.enumeration(all);
    }
}
