package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lamin.authoring.CheckReport;
import lamin.authoring.Problem;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports the problems of a module. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check a module without a database.",
            "Checks the convention, the head, released scripts, downgrades, that entities and",
            "scripts agree, and data loss and locking in unreleased scripts. Missing",
            "operations are printed last, as Java to paste.",
            "--database also compares the tables of an instance with the scripts, up to the",
            "deployed revisions, for all mounted modules. It also works outside a module's",
            "project, where it is the only check."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is in order",
            "3:operations are missing, package-info names a wrong head, or tables differ from the scripts",
            "4:a violated convention, two heads, an edited release, a missing decision, or data would be lost without confirmation"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate check",
            "  lamin migrate check --json",
            "  lamin migrate check --database --instance lab"
        })
final class CheckCommand extends LaminCommand {
    @Option(names = "--database", description = "Also compare the live tables of an instance; implied by --instance.")
    private boolean database;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        if (!database && instance.name() == null) {
            return module(null);
        }
        var drift = drift();
        if (session().modulePath().editable() != null) {
            return module(drift);
        }
        session().print(json.isWanted(), () -> json(drift), drift::lines);
        return exitCode(Optional.empty(), drift);
    }

    /** Outside of a module's project there are no entities to check. */
    private static Object json(DriftReport drift) {
        var map = new LinkedHashMap<String, Object>();
        map.put("in_sync", drift.drift().isEmpty());
        map.put("database", drift.json());
        return map;
    }

    private DriftReport drift() {
        var settings = session().instance(instance.name());
        return new DriftReport(
                settings.slug().toString(), session().lamin().schema(settings).differences());
    }

    private Integer module(@Nullable DriftReport drift) {
        var workspace = Workspace.of(session());
        var report = workspace.report(problems(workspace));
        report.leave();
        report.annotations().forEach(session().err()::println);
        GroupedAdvice.of(report.advice().stream().map(report::text).toList(), isVerbose())
                .forEach(text -> session().notices().warning(String.join("\n  ", text)));
        session().print(json.isWanted(), () -> json(report, drift), () -> text(report, drift));
        return exitCode(report.code(), drift);
    }

    /** Cached, if the classes of the module are in a folder named after their inputs. */
    private static List<Problem> problems(Workspace workspace) {
        if (workspace.editable().contentKey().isEmpty()) {
            return workspace.check();
        }
        var cache = new CheckCache(workspace.editable());
        return cache.read().orElseGet(() -> cache.write(workspace.check()));
    }

    private static int exitCode(Optional<ErrorCode> code, @Nullable DriftReport drift) {
        boolean drifted = drift != null && !drift.drift().isEmpty();
        return code.or(() -> drifted ? Optional.of(ErrorCode.NOT_IN_SYNC) : Optional.empty())
                .map(ErrorCode::exitCode)
                .orElse(OK);
    }

    /** Java to paste comes last. */
    private static List<String> text(CheckReport report, @Nullable DriftReport drift) {
        var lines = new ArrayList<String>(drift == null ? List.of() : drift.lines());
        lines.addAll(
                report.failures().isEmpty()
                        ? List.of(drift == null ? "in sync" : "entities and scripts: in sync")
                        : report.lines());
        return lines;
    }

    private Object json(CheckReport report, @Nullable DriftReport drift) {
        var map = new LinkedHashMap<String, Object>();
        boolean drifted = drift != null && !drift.drift().isEmpty();
        map.put("in_sync", report.failures().isEmpty() && !drifted);
        map.put("problems", report.failures().stream().map(this::json).toList());
        map.put("advice", report.advice().stream().map(this::json).toList());
        map.put("missing", report.blocks());
        if (drift != null) {
            map.put("database", drift.json());
        }
        return map;
    }

    private Object json(Problem problem) {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", problem.kind().name().toLowerCase(Locale.ROOT));
        map.put("rule", problem.kind().rule());
        map.put("place", problem.place());
        map.put("lines", problem.lines());
        map.put("remedies", session().wording().json(problem.remedies()));
        return map;
    }
}
