package lamin.authoring;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The text of a {@code package-info.java}, changed at exact positions so that all else stays as its author wrote it. */
public final class PackageInfoSource {
    private static final String ANNOTATION = "SchemaModule";

    private final String text;

    public PackageInfoSource(String text) {
        this.text = text;
    }

    /**
     * With another head.
     *
     * @throws LaminException if {@code migration} is given by anything but a string
     */
    public String withMigration(String revision) {
        return with("migration", revision);
    }

    private String with(String attribute, String value) {
        var unit = parse();
        var positions = unit.trees().getSourcePositions();
        var annotation = annotation(unit.tree());
        var literal = "\"" + value + "\"";
        var present = assignment(annotation, attribute);
        if (present.isEmpty()) {
            int end = (int) positions.getEndPosition(unit.tree(), annotation) - 1;
            var separator = annotation.getArguments().isEmpty() ? "" : ", ";
            return text.substring(0, end) + separator + attribute + " = " + literal + text.substring(end);
        }
        var expression = present.get();
        if (!(expression instanceof LiteralTree)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "package-info.java gives " + attribute + " by an expression, which cannot be edited"
                            + "\nwrite: @SchemaModule(... " + attribute + " = " + literal + ")");
        }
        int start = (int) positions.getStartPosition(unit.tree(), expression);
        int end = (int) positions.getEndPosition(unit.tree(), expression);
        return text.substring(0, start) + literal + text.substring(end);
    }

    private static AnnotationTree annotation(CompilationUnitTree unit) {
        return unit.getPackageAnnotations().stream()
                .filter(annotation -> {
                    var name = annotation.getAnnotationType().toString();
                    return name.equals(ANNOTATION) || name.endsWith("." + ANNOTATION);
                })
                .findFirst()
                .orElseThrow(() ->
                        new LaminException(ErrorCode.REFUSED, "package-info.java has no @SchemaModule annotation"));
    }

    private static Optional<ExpressionTree> assignment(AnnotationTree annotation, String attribute) {
        return annotation.getArguments().stream()
                .filter(AssignmentTree.class::isInstance)
                .map(AssignmentTree.class::cast)
                .filter(assignment -> assignment.getVariable().toString().equals(attribute))
                .map(AssignmentTree::getExpression)
                .findFirst();
    }

    private record Unit(CompilationUnitTree tree, Trees trees) {}

    private Unit parse() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "this Java has no compiler; set LAMIN_JAVA_HOME to a JDK to edit package-info.java");
        }
        var source = new SimpleJavaFileObject(URI.create("string:///package-info.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        try {
            var task = (JavacTask)
                    compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(source));
            return new Unit(task.parse().iterator().next(), Trees.instance(task));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
