package lamin.cli.shell;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** Runs snippets in sequence, up to the first that fails. Values of expressions are printed. */
record Script(Startup startup, PrintStream out) {

    void run(String code) {
        try (var shell = JShell.builder()
                .executionEngine(new SharedExecution(), Map.of())
                .compilerOptions("-proc:none", "-classpath", startup.classPath())
                .build()) {
            startup.snippets().forEach(snippet -> evaluate(shell, snippet));
            var unfinished = new StringBuilder();
            for (var line : code.lines().toList()) {
                var rest = evaluateComplete(shell, unfinished.append(line).toString());
                unfinished = new StringBuilder(rest.isBlank() ? "" : rest + "\n");
            }
            if (!unfinished.isEmpty()) {
                evaluate(shell, unfinished.toString());
            }
        }
    }

    /** Returns the rest: an incomplete snippet. */
    private String evaluateComplete(JShell shell, String code) {
        var rest = code;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.completeness() == Completeness.EMPTY) {
                return "";
            }
            if (!next.completeness().isComplete()) {
                return rest;
            }
            evaluate(shell, next.source());
            rest = next.remaining();
        }
        return "";
    }

    private void evaluate(JShell shell, String source) {
        for (var event : shell.eval(source)) {
            var failure = event.exception();
            if (failure != null) {
                throw failed(source, describe(failure));
            }
            // an event without a cause concerns the snippet itself, the others concern snippets that it changed
            if (event.causeSnippet() == null) {
                refuseInvalid(shell, event, source);
                print(event);
            }
        }
    }

    private static void refuseInvalid(JShell shell, SnippetEvent event, String source) {
        if (event.status() == Status.REJECTED || event.status() == Status.RECOVERABLE_NOT_DEFINED) {
            throw failed(
                    source,
                    shell.diagnostics(event.snippet())
                            .map(problem -> problem.getMessage(Locale.ROOT)
                                    .lines()
                                    .findFirst()
                                    .orElse(""))
                            .collect(Collectors.joining("; ")));
        }
    }

    private void print(SnippetEvent event) {
        var value = event.value();
        if (value != null && isExpression(event.snippet())) {
            out.println(value);
        }
    }

    private static boolean isExpression(Snippet snippet) {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND
                || (snippet.kind() == Kind.EXPRESSION && snippet.subKind() == SubKind.OTHER_EXPRESSION_SUBKIND);
    }

    private static String describe(JShellException failure) {
        return failure instanceof EvalException thrown
                ? thrown.getExceptionClassName().replaceFirst(".*\\.", "") + ": " + thrown.getMessage()
                : String.valueOf(failure.getMessage());
    }

    private static LaminException failed(String source, String reason) {
        var line = source.strip().lines().findFirst().orElse("");
        return new LaminException(ErrorCode.FAILURE, "a snippet failed: " + line + "\n" + reason);
    }
}
