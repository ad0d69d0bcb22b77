package lamin.authoring;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/**
 * A Java source with one annotation that is edited at exact positions, so that everything else stays as written.
 *
 * @param annotation the simple name of the annotation on the package or on a top-level class
 */
public record AnnotatedSource(String fileName, String annotation, String text) {
    private static final Pattern COMMENT_TEXT_OR_WORD = Pattern.compile("//[^\\n]*+|(?s:/\\*.*?\\*/)"
            + "|(?s:\"\"\".*?(?<!\\\\)\"\"\")|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
            + "|\\b(?<word>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+)");

    /** The {@code package-info.java} of a module's root package. */
    public static AnnotatedSource packageInfo(String text) {
        return new AnnotatedSource("package-info.java", "SchemaModule", text);
    }

    /** The script of a migration. */
    public static AnnotatedSource script(String className, String text) {
        return new AnnotatedSource(className + ".java", "Revision", text);
    }

    /**
     * With an attribute set to this one text; a missing attribute is added after the others.
     *
     * @throws LaminException if its value is not a text literal
     */
    public AnnotatedSource with(String attribute, String value) {
        var parsed = ParsedSource.of(fileName, text);
        var found = annotation(parsed.tree());
        var literal = "\"" + value + "\"";
        var present = assignment(found, attribute);
        if (present.isEmpty()) {
            return insert(parsed, found, attribute + " = " + literal);
        }
        var expression = literal(present.get())
                .orElseThrow(() -> refusal(parsed.line(present.get()), attribute + " = " + literal));
        return withText(text.substring(0, parsed.start(expression)) + literal + text.substring(parsed.end(expression)));
    }

    /** The expression to replace: a literal, the only one between braces, or all of them with their braces. */
    private static Optional<ExpressionTree> literal(ExpressionTree expression) {
        if (expression instanceof LiteralTree) {
            return Optional.of(expression);
        }
        if (expression instanceof NewArrayTree array
                && array.getInitializers().stream().allMatch(LiteralTree.class::isInstance)) {
            return Optional.of(
                    array.getInitializers().size() == 1
                            ? array.getInitializers().getFirst()
                            : array);
        }
        return Optional.empty();
    }

    private AnnotatedSource insert(ParsedSource parsed, AnnotationTree found, String argument) {
        var arguments = found.getArguments();
        int end = arguments.isEmpty() ? parsed.end(found) - 1 : parsed.end(arguments.getLast());
        return withText(text.substring(0, end) + (arguments.isEmpty() ? "" : ", ") + argument + text.substring(end));
    }

    private LaminException refusal(long line, String argument) {
        return new LaminException(
                ErrorCode.REFUSED,
                fileName + ":" + line + ": the value is not plain text and cannot be edited",
                new Advice("write it in place: @" + annotation + "(... " + argument + " ...)"));
    }

    /** With the class renamed wherever the code mentions it; comments and texts stay. */
    public AnnotatedSource withClassName(String name) {
        var old = fileName.substring(0, fileName.length() - ".java".length());
        var renamed = COMMENT_TEXT_OR_WORD
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(old.equals(match.group("word")) ? name : match.group()));
        return new AnnotatedSource(name + ".java", annotation, renamed);
    }

    private AnnotatedSource withText(String newText) {
        return new AnnotatedSource(fileName, annotation, newText);
    }

    private AnnotationTree annotation(CompilationUnitTree unit) {
        var ofClasses = unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .flatMap(type -> ((ClassTree) type).getModifiers().getAnnotations().stream());
        return Stream.concat(unit.getPackageAnnotations().stream(), ofClasses)
                .filter(candidate -> isWanted(candidate.getAnnotationType().toString()))
                .findFirst()
                .orElseThrow(() ->
                        new LaminException(ErrorCode.REFUSED, fileName + " has no @" + annotation + " annotation"));
    }

    private boolean isWanted(String type) {
        return type.equals(annotation) || type.endsWith("." + annotation);
    }

    private static Optional<ExpressionTree> assignment(AnnotationTree annotation, String attribute) {
        return annotation.getArguments().stream()
                .filter(AssignmentTree.class::isInstance)
                .map(AssignmentTree.class::cast)
                .filter(assignment -> assignment.getVariable().toString().equals(attribute))
                .map(AssignmentTree::getExpression)
                .findFirst();
    }
}
