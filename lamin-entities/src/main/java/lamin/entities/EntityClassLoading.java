package lamin.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's access to classes by one loader only. Hibernate's own implementation also looks into the system class loader, where
 * another version of Hibernate may offer its services.
 */
record EntityClassLoading(ClassLoader loader) implements ClassLoaderService {
    @Override
    @SuppressWarnings("unchecked")
    public <T> Class<T> classForName(String className) {
        try {
            return (Class<T>) Class.forName(className, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassLoadingException("Unable to load class [" + className + "]", e);
        }
    }

    @Override
    public @Nullable URL locateResource(String name) {
        return loader.getResource(name);
    }

    @Override
    public @Nullable InputStream locateResourceStream(String name) {
        return loader.getResourceAsStream(name);
    }

    @Override
    public List<URL> locateResources(String name) {
        try {
            return Collections.list(loader.getResources(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> type) {
        return ServiceLoader.load(type, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Hibernate declares it
    public <T> T generateProxy(InvocationHandler handler, Class<?>... interfaces) {
        return (T) Proxy.newProxyInstance(loader, interfaces, handler);
    }

    @Override
    public @Nullable Package packageForNameOrNull(String packageName) {
        try {
            return Class.forName(packageName + ".package-info", true, loader).getPackage();
        } catch (ClassNotFoundException | LinkageError without) {
            return null;
        }
    }

    @Override
    public <T> T workWithClassLoader(Work<T> work) {
        return work.doWork(loader);
    }

    @Override
    public void stop() {}
}
