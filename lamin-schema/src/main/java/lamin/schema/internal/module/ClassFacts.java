package lamin.schema.internal.module;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** The relevant contents of a class file: its name and the annotations that matter here. */
final class ClassFacts extends ClassVisitor {
    private static final String ENTITY = "Ljakarta/persistence/Entity;";
    private static final Set<String> HELPERS = Set.of(
            "Ljakarta/persistence/Converter;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/MappedSuperclass;");
    private static final String UNMANAGED = "Llamin/schema/Unmanaged;";
    private static final String TABLE = "Ljakarta/persistence/Table;";
    private static final String SCHEMA_MODULE = "Llamin/schema/SchemaModule;";
    private static final String REVISION = "Llamin/schema/Revision;";
    private static final String ALLOW = "Llamin/schema/Allow;";
    private static final String ALLOW_ALL = "Llamin/schema/Allow$All;";

    private final Map<String, AnnotationValues> annotations = new HashMap<>();
    private String className = "";

    private ClassFacts() {
        super(Opcodes.ASM9);
    }

    static ClassFacts read(byte[] bytes) throws IOException {
        var facts = new ClassFacts();
        try {
            new ClassReader(bytes)
                    .accept(facts, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException e) {
            throw new IOException("a class file in it is damaged or of an unknown version: " + e, e);
        }
        return facts;
    }

    /** The binary name. */
    String className() {
        return className;
    }

    boolean isEntity() {
        return annotations.containsKey(ENTITY);
    }

    /** Whether it is an entity whose table the migrations of its module make. */
    boolean isManagedEntity() {
        return isEntity() && !annotations.containsKey(UNMANAGED);
    }

    /** Whether entities may depend on it without naming it: a converter, or a subclass of an embeddable. */
    boolean isHelper() {
        return HELPERS.stream().anyMatch(annotations::containsKey);
    }

    Optional<AnnotationValues> table() {
        return Optional.ofNullable(annotations.get(TABLE));
    }

    Optional<AnnotationValues> schemaModule() {
        return Optional.ofNullable(annotations.get(SCHEMA_MODULE));
    }

    Optional<AnnotationValues> revision() {
        return Optional.ofNullable(annotations.get(REVISION));
    }

    /** All {@code @Allow} annotations, whether the compiler stored one or several. */
    List<AnnotationValues> allowed() {
        var several = annotations.get(ALLOW_ALL);
        var one = annotations.get(ALLOW);
        return several != null ? several.annotations("value") : one == null ? List.of() : List.of(one);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        className = name.replace('/', '.');
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return annotations.computeIfAbsent(descriptor, ignored -> new AnnotationValues());
    }
}
