package lamin.entities;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.annotations.common.reflection.AnnotationReader;
import org.hibernate.annotations.common.reflection.MetadataProvider;
import org.hibernate.annotations.common.reflection.MetadataProviderInjector;
import org.hibernate.boot.spi.BootstrapContext;
import org.jspecify.annotations.Nullable;

/** The annotations of Hibernate 6, which reads classes with hibernate-commons-annotations. */
final class ReflectedAnnotations implements AddedAnnotations, MetadataProvider {
    private final MetadataProvider provider;
    private final Map<AnnotatedElement, Map<Class<?>, Annotation>> added = new HashMap<>();

    private ReflectedAnnotations(MetadataProvider provider) {
        this.provider = provider;
    }

    static AddedAnnotations of(BootstrapContext context) {
        var reflection = (MetadataProviderInjector) RunningHibernate.reflectionManager(context);
        var annotations = new ReflectedAnnotations(reflection.getMetadataProvider());
        reflection.setMetadataProvider(annotations);
        return annotations;
    }

    @Override
    public void replace(Class<?> type, Annotation annotation) {
        add(type, annotation);
    }

    @Override
    public void replace(Field field, Annotation annotation) {
        add(field, annotation);
    }

    @Override
    public void replace(Method getter, Annotation annotation) {
        add(getter, annotation);
    }

    private void add(AnnotatedElement element, Annotation annotation) {
        added.computeIfAbsent(element, key -> new LinkedHashMap<>()).put(annotation.annotationType(), annotation);
    }

    @Override
    public Map<Object, Object> getDefaults() {
        return provider.getDefaults();
    }

    @Override
    public AnnotationReader getAnnotationReader(AnnotatedElement element) {
        var usual = provider.getAnnotationReader(element);
        var annotations = added.get(element);
        return annotations == null ? usual : new Reader(usual, annotations);
    }

    @Override
    public void reset() {
        provider.reset();
    }

    private record Reader(AnnotationReader usual, Map<Class<?>, Annotation> added) implements AnnotationReader {
        @Override
        public <T extends Annotation> @Nullable T getAnnotation(Class<T> type) {
            var own = added.get(type);
            return own == null ? usual.getAnnotation(type) : type.cast(own);
        }

        @Override
        public <T extends Annotation> boolean isAnnotationPresent(Class<T> type) {
            return added.containsKey(type) || usual.isAnnotationPresent(type);
        }

        @Override
        public Annotation[] getAnnotations() {
            var all = new LinkedHashMap<Class<?>, Annotation>();
            for (var annotation : usual.getAnnotations()) {
                all.put(annotation.annotationType(), annotation);
            }
            all.putAll(added);
            return all.values().toArray(Annotation[]::new);
        }
    }
}
