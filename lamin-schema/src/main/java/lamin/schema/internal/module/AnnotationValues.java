package lamin.schema.internal.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** The values of an annotation in a class file; defaults are not included. */
final class AnnotationValues extends AnnotationVisitor {
    private final Map<String, Object> values = new HashMap<>();

    AnnotationValues() {
        super(Opcodes.ASM9);
    }

    String text(String name, String otherwise) {
        return values.get(name) instanceof String text ? text : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The annotations nested in this one. */
    List<AnnotationValues> annotations(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(AnnotationValues.class::isInstance)
                        .map(AnnotationValues.class::cast)
                        .toList()
                : List.of();
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        if (name != null) {
            values.put(name, value);
        }
    }

    /** The constant of an enum, as its name. */
    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
        visit(name, value);
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
        var list = new ArrayList<Object>();
        values.put(name, list);
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(@Nullable String ignored, Object value) {
                list.add(value);
            }

            @Override
            public AnnotationVisitor visitAnnotation(@Nullable String ignored, String descriptor) {
                var nested = new AnnotationValues();
                list.add(nested);
                return nested;
            }
        };
    }
}
