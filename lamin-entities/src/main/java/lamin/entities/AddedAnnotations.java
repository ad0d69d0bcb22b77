package lamin.entities;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.hibernate.boot.spi.MetadataBuilderImplementor;

/** Annotations that Hibernate sees on classes and their members in place of those in the source. */
interface AddedAnnotations {
    void replace(Class<?> type, Annotation annotation);

    void replace(Field field, Annotation annotation);

    void replace(Method getter, Annotation annotation);

    /** Those of the metadata that is about to be built. */
    static AddedAnnotations of(MetadataBuilderImplementor builder) {
        return RunningHibernate.hasModels()
                ? ModelsAnnotations.of(builder.getBootstrapContext())
                : ReflectedAnnotations.of(builder.getBootstrapContext());
    }
}
