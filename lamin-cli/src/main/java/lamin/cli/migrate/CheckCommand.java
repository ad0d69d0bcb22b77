package lamin.cli.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import lamin.authoring.CheckReport;
import lamin.authoring.Problem;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what is wrong with a module. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check the module, as far as that needs no database:",
            "the convention, its head, released scripts, the way back, that entities and",
            "scripts agree, and what open scripts let go or block. What is missing comes",
            "last, as Java to paste."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong",
            "3:operations are missing, or package-info names another head",
            "4:against the convention, two heads, a release edited, undecided, or data would go unasked"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin migrate check", "  lamin migrate check --json"})
final class CheckCommand extends LaminCommand {
    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var workspace = Workspace.of(session());
        var cache = new CheckCache(workspace.editable());
        var report = workspace.report(cache.read().orElseGet(() -> cache.write(workspace.check())));
        report.leave();
        report.annotations().forEach(session().err()::println);
        report.advice().forEach(advice -> session().notices().warning(String.join("\n  ", advice.lines())));
        session()
                .print(
                        json.isWanted(),
                        () -> json(report),
                        () -> report.failures().isEmpty() ? List.of("in sync") : report.lines());
        return report.code().map(ErrorCode::exitCode).orElse(OK);
    }

    private static Object json(CheckReport report) {
        var map = new LinkedHashMap<String, Object>();
        map.put("in_sync", report.failures().isEmpty());
        map.put("problems", report.failures().stream().map(CheckCommand::json).toList());
        map.put("advice", report.advice().stream().map(CheckCommand::json).toList());
        map.put("missing", report.blocks());
        return map;
    }

    private static Object json(Problem problem) {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", problem.kind().name().toLowerCase(Locale.ROOT));
        map.put("rule", problem.kind().rule());
        map.put("place", problem.place());
        map.put("lines", problem.lines());
        return map;
    }
}
