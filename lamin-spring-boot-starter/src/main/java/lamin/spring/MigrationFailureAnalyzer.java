package lamin.spring;

import java.util.stream.Collectors;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a failed deploy or validation as what happened and what to do, instead of a stack trace. */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<LaminException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LaminException cause) {
        var action = cause.remedies().stream().map(Remedy::describe).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The migrations of the database could not be completed:\n\n" + cause.getMessage(),
                action.isEmpty() ? otherwise(cause) : action,
                cause);
    }

    private static String otherwise(LaminException cause) {
        return switch (cause.code()) {
            case NOT_IN_SYNC ->
                "deploy the pending migrations (lamin.mode=deploy, or lamin migrate deploy --jdbc URL), and repair"
                        + " what was changed by hand";
            case INCOMPATIBLE -> "start the version of the service that the database was deployed from, or a later one";
            case REFUSED ->
                "correct what is named above, or allow a drop that is meant: lamin.allow-drops=TABLE.COLUMN";
            case BUSY -> "start again when the other process is done";
            case USAGE, FAILURE -> "look at the cause below";
        };
    }
}
