package lamin.entities;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Objects;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.models.spi.AnnotationDescriptor;
import org.hibernate.models.spi.ClassDetails;
import org.hibernate.models.spi.ModelsContext;
import org.hibernate.models.spi.MutableAnnotationTarget;

/** The annotations of Hibernate 7, which reads classes with hibernate-models. */
record ModelsAnnotations(ModelsContext models) implements AddedAnnotations {
    static AddedAnnotations of(BootstrapContext context) {
        return new ModelsAnnotations(context.getModelsContext());
    }

    @Override
    public void replace(Class<?> type, Annotation annotation) {
        replace((MutableAnnotationTarget) details(type), annotation);
    }

    @Override
    public void replace(Field field, Annotation annotation) {
        var details = Objects.requireNonNull(details(field.getDeclaringClass()).findFieldByName(field.getName()));
        replace((MutableAnnotationTarget) details, annotation);
    }

    @Override
    public void replace(Method getter, Annotation annotation) {
        var details = details(getter.getDeclaringClass()).getMethods().stream()
                .filter(method -> getter.equals(method.toJavaMember()))
                .findFirst()
                .orElseThrow();
        replace((MutableAnnotationTarget) details, annotation);
    }

    private ClassDetails details(Class<?> type) {
        return models.getClassDetailsRegistry().resolveClassDetails(type.getName());
    }

    @SuppressWarnings("unchecked")
    private void replace(MutableAnnotationTarget target, Annotation annotation) {
        var descriptor = (AnnotationDescriptor<Annotation>)
                models.getAnnotationDescriptorRegistry().getDescriptor(annotation.annotationType());
        target.addAnnotationUsage(descriptor.createUsage(annotation, models));
    }
}
