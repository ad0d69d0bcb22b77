package lamin.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import lamin.cli.command.Json;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.UndecidedException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one way in which commands fail: a few lines on stderr, or one of JSON, and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int MOST_LINES = 4;

    private final PrintStream err;

    Failures(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
        boolean debug = command.getCommand() instanceof LaminCommand lamin && lamin.isDebug();
        if (debug) {
            failure.printStackTrace(err);
        }
        var code = code(failure);
        var message = SuggestedCommands.inMessage(text(failure, debug), command.getCommandSpec());
        if (isJsonWanted(result.originalArgs())) {
            err.println(json(code, message));
        } else {
            print(code, shortened(message, debug || failure instanceof UndecidedException));
        }
        return code.exitCode();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        var message = failure.getMessage() + advice(failure, command) + "\nsee: "
                + command.getCommandSpec().qualifiedName() + " --help";
        if (isJsonWanted(List.of(arguments))) {
            err.println(json(ErrorCode.USAGE, message));
        } else {
            print(ErrorCode.USAGE, message);
        }
        return ErrorCode.USAGE.exitCode();
    }

    private static boolean isJsonWanted(List<String> arguments) {
        return arguments.contains("--json");
    }

    /** All of the message: a program does not mind its length. */
    private static String json(ErrorCode code, String message) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", name(code));
        error.put("message", message);
        error.put("exit", code.exitCode());
        return Json.line(Map.of("error", error));
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
            return "\ndid you mean: " + String.join(", ", similar) + "?";
        }
        return word.startsWith("-") || suggestions.known().isEmpty()
                ? ""
                : "\nthere are: " + String.join(", ", new TreeSet<>(suggestions.known()));
    }

    private void print(ErrorCode code, String message) {
        err.println("error " + name(code) + ": " + message);
    }

    private static String name(ErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ErrorCode code(Exception failure) {
        return switch (failure) {
            case LaminException lamin -> lamin.code();
            case IllegalArgumentException ignored -> ErrorCode.USAGE;
            default -> ErrorCode.FAILURE;
        };
    }

    private static String text(Exception failure, boolean debug) {
        var text = String.valueOf(failure.getMessage());
        return failure instanceof LaminException || failure instanceof IllegalArgumentException
                ? text
                : failure.getClass().getSimpleName() + ": " + text + (debug ? "" : "\nthe whole story: --debug");
    }

    /** The last line says what to do. */
    private static String shortened(String text, boolean whole) {
        var lines = text.lines().toList();
        return whole || lines.size() <= MOST_LINES
                ? text
                : String.join(
                        "\n",
                        Stream.of(
                                        lines.subList(0, MOST_LINES - 2),
                                        List.of("... and " + (lines.size() - MOST_LINES + 1) + " more lines: --debug"),
                                        List.of(lines.getLast()))
                                .flatMap(List::stream)
                                .toList());
    }
}
