package lamin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import lamin.cli.command.Json;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.Masked;
import lamin.cli.command.Session;
import lamin.cli.command.UndecidedException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.internal.entities.EntityMappingException;
import lamin.search.SimilarNames;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports all failures of commands: a few lines on stderr, or one line of JSON, and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int MOST_LINES = 4;

    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
        boolean debug = command.getCommand() instanceof LaminCommand lamin && lamin.isDebug();
        if (debug) {
            session.err().print(Masked.text(stackTrace(failure)));
        }
        var code = code(failure);
        if (isJsonWanted(result.originalArgs())) {
            session.fail(json(code, message(failure), failure));
        } else {
            print(code, lines(failure, debug));
        }
        return code.exitCode();
    }

    private static String stackTrace(Exception failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        var message = failure.getMessage() + advice(failure, command) + "\nsee: "
                + command.getCommandSpec().qualifiedName() + " --help";
        if (isJsonWanted(List.of(arguments))) {
            session.fail(json(ErrorCode.USAGE, message, failure));
        } else {
            print(ErrorCode.USAGE, List.of(message));
        }
        return ErrorCode.USAGE.exitCode();
    }

    private static boolean isJsonWanted(List<String> arguments) {
        return arguments.contains("--json");
    }

    /** The complete failure; its length does not matter to a program. */
    private String json(ErrorCode code, String message, Exception failure) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", name(code));
        error.put("message", Masked.text(message));
        error.put("exit", code.exitCode());
        error.put("facts", facts(failure));
        error.put("remedies", session.wording().json(remedies(failure)));
        return Json.line(Map.of("error", error));
    }

    private static Map<String, Object> facts(Exception failure) {
        var map = new LinkedHashMap<String, Object>();
        if (failure instanceof LaminException lamin) {
            lamin.facts().names().forEach((kind, names) -> map.put(kind.name().toLowerCase(Locale.ROOT) + "s", names));
        }
        return map;
    }

    private static List<Remedy> remedies(Exception failure) {
        return failure instanceof LaminException lamin ? lamin.remedies() : List.of();
    }

    private static String advice(ParameterException failure, CommandLine command) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        var word = unmatched.getUnmatched().getFirst();
        var suggestions = Suggestions.of(command.getCommandSpec(), word);
        var similar = suggestions.similarTo(word);
        if (!similar.isEmpty()) {
            return SimilarNames.question(similar);
        }
        return word.startsWith("-") || suggestions.known().isEmpty()
                ? ""
                : "\nthere are: " + String.join(", ", new TreeSet<>(suggestions.known()));
    }

    private void print(ErrorCode code, List<String> lines) {
        session.fail("error " + name(code) + ": " + Masked.text(String.join("\n", lines)));
    }

    private static String name(ErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ErrorCode code(Exception failure) {
        return switch (failure) {
            case LaminException lamin -> lamin.code();
            default -> isOfInput(failure) ? ErrorCode.USAGE : ErrorCode.FAILURE;
        };
    }

    private static String message(Exception failure) {
        var text = String.valueOf(failure.getMessage());
        return failure instanceof LaminException || isOfInput(failure)
                ? text
                : failure.getClass().getSimpleName() + ": " + text;
    }

    /** Whether this project's own code refused a text; an argument that a library refuses is not the user's mistake. */
    private static boolean isOfInput(Exception failure) {
        var frames = failure.getStackTrace();
        return failure instanceof IllegalArgumentException
                && frames.length > 0
                && frames[0].getClassName().startsWith("lamin.");
    }

    /** What happened, then what can be done: few lines, unless all are needed. */
    private List<String> lines(Exception failure, boolean debug) {
        var found = message(failure).lines().toList();
        var advice = new ArrayList<String>();
        remedies(failure).forEach(remedy -> advice.addAll(session.wording().lines(remedy)));
        if (!debug && !(failure instanceof LaminException) && !isOfInput(failure)) {
            advice.add("rerun with --debug for the stack trace");
        }
        if (debug || isAllNeeded(failure) || found.size() + advice.size() <= MOST_LINES) {
            return joined(found, advice);
        }
        var line = advice.isEmpty() ? List.<String>of() : List.of(String.join("; ", advice));
        return joined(shortened(found, MOST_LINES - line.size()), line);
    }

    /** Alternatives to choose from, and mistakes of which each has to be corrected. */
    private static boolean isAllNeeded(Exception failure) {
        return failure instanceof UndecidedException || failure instanceof EntityMappingException;
    }

    private static List<String> joined(List<String> lines, List<String> more) {
        return Stream.concat(lines.stream(), more.stream()).toList();
    }

    /** The first lines say what happened, the last one states the outcome of the call. */
    private static List<String> shortened(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, most - 2));
        shown.add("... and " + (lines.size() - most + 1) + " more lines: --debug");
        shown.add(lines.getLast());
        return shown;
    }
}
