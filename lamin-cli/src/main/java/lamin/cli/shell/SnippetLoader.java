package lamin.cli.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/** Loads classes compiled by JShell, below the loader of the schema modules, so that both see the same classes. */
final class SnippetLoader implements LoaderDelegate {
    private final Compiled compiled;

    SnippetLoader(ClassLoader modules) {
        this.compiled = new Compiled(modules);
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        classesRedefined(classes);
        var loaded = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                findClass(classes[i].name());
                loaded[i] = true;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException("cannot load " + classes[i].name() + ": " + e.getMessage(), loaded);
            }
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        for (var each : classes) {
            compiled.bytes.put(each.name(), each.bytecodes());
        }
    }

    /** The complete class path of snippets is already in the parent loader. */
    @Override
    public void addToClasspath(String path) {}

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return compiled.loadClass(name);
    }

    private static final class Compiled extends ClassLoader {
        private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();

        Compiled(ClassLoader parent) {
            super("snippets", parent);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var found = bytes.get(name);
            if (found == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, found, 0, found.length);
        }
    }
}
