package lamin.authoring;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/** The syntax tree of one Java source, with the position of each part in the text. */
record ParsedSource(CompilationUnitTree tree, SourcePositions positions) {
    static ParsedSource of(String fileName, String text) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    fileName + " cannot be edited: this Java has no compiler",
                    new Advice("use a JDK"));
        }
        var source = new SimpleJavaFileObject(URI.create("string:///" + fileName), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        try {
            var task = (JavacTask)
                    compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(source));
            var tree = task.parse().iterator().next();
            return new ParsedSource(tree, Trees.instance(task).getSourcePositions());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int start(Tree part) {
        return (int) positions.getStartPosition(tree, part);
    }

    /** The position after its last character. */
    int end(Tree part) {
        return (int) positions.getEndPosition(tree, part);
    }

    long line(Tree part) {
        return tree.getLineMap().getLineNumber(start(part));
    }
}
