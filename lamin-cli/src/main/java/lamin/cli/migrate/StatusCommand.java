package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.cli.command.DatabaseModulesOption;
import lamin.cli.command.DatabaseOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.load.LoadState;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Deploy;
import lamin.schema.internal.deploy.EditedMigrations.Edited;
import lamin.schema.internal.deploy.SkippedMigrations;
import lamin.schema.internal.module.ModuleHeader;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Goal;
import lamin.schema.internal.plan.ModuleStatus;
import lamin.schema.internal.plan.ModuleStatus.Ahead;
import lamin.schema.internal.plan.ModuleStatus.Behind;
import lamin.schema.internal.plan.ModuleStatus.InSync;
import lamin.schema.internal.plan.ModuleStatus.Mismatch;
import lamin.schema.internal.plan.ModuleStatus.Missing;
import lamin.schema.internal.plan.ModuleStatus.UnknownRevision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares code and database of an instance. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the revision of the database, the head of the code and pending migrations of each module.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is pending",
            "3:migrations are pending, one was merged in before an applied one and never ran, or an applied one was edited",
            "6:the database is ahead of the code or at a revision of another build, or the code of a module is missing"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate status",
            "  lamin migrate status --json",
            "  lamin migrate status --jdbc jdbc:sqlite:shop.db --module orders"
        })
final class StatusCommand extends LaminCommand {
    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private DatabaseModulesOption modules = new DatabaseModulesOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var state = database.state(session(), modules.names());
        var histories = new ForeignHistoryReport(database.foreignHistories(session()));
        session().print(json.isWanted(), () -> json(state, histories), () -> text(state, histories));
        return exitCode(state);
    }

    private static int exitCode(LoadState state) {
        if (state.isMismatched()) {
            return ErrorCode.INCOMPATIBLE.exitCode();
        }
        return state.isInSync() ? OK : ErrorCode.NOT_IN_SYNC.exitCode();
    }

    private Object json(LoadState state, ForeignHistoryReport histories) {
        var modules = new ArrayList<Map<String, Object>>();
        state.statuses().forEach(status -> modules.add(json(status, skipped(state, status), edited(state, status))));
        var map = new LinkedHashMap<String, Object>();
        map.put("in_sync", state.isInSync());
        map.put("modules", modules);
        histories.addTo(map);
        return map;
    }

    /** Those of the skipped migrations that belong to the module. */
    private static List<Script> skipped(LoadState state, ModuleStatus status) {
        return state.skipped().stream()
                .filter(script -> script.owner().module().equals(status.module()))
                .toList();
    }

    private static List<Edited> edited(LoadState state, ModuleStatus status) {
        return state.edited().stream()
                .filter(edited -> edited.script().owner().module().equals(status.module()))
                .toList();
    }

    private Map<String, Object> json(ModuleStatus status, List<Script> skipped, List<Edited> edited) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", status.module());
        map.put("state", status.state().toString());
        switch (status) {
            case InSync(var code) -> {
                describe(code, map);
                map.put("revision", code.head());
            }
            case Behind(var chain, var current, var pending) -> {
                describe(chain.module().header(), map);
                map.put("revision", String.join(",", current));
                map.put("pending", pending.stream().map(Script::revision).toList());
            }
            case Ahead(var chain, var unknown, var mounted) -> {
                describe(chain.module().header(), map);
                map.put("revision", String.join(",", unknown));
                map.put("needed", mounted.version());
            }
            case UnknownRevision(var chain, var unknown, var ignored) -> {
                describe(chain.module().header(), map);
                map.put("revision", String.join(",", unknown));
            }
            case Missing(var ignored, var current, var mounted) -> {
                map.put("revision", String.join(",", current));
                if (mounted != null) {
                    map.put("needed", mounted.version());
                    map.put("coordinates", mounted.coordinates());
                }
            }
        }
        if (!skipped.isEmpty()) {
            map.put("skipped", skipped.stream().map(Script::revision).toList());
        }
        if (!edited.isEmpty()) {
            map.put(
                    "edited",
                    edited.stream().map(found -> found.script().revision()).toList());
        }
        map.put("remedies", session().wording().json(remedies(status, skipped, edited)));
        return map;
    }

    private static List<Remedy> remedies(ModuleStatus status, List<Script> skipped, List<Edited> edited) {
        var own = switch (status) {
            case InSync ignored -> Stream.<Remedy>empty();
            case Behind ignored -> Stream.<Remedy>of(new Deploy());
            case Mismatch mismatch -> Stream.of(mismatch.remedy());
        };
        var ofScripts = Stream.concat(
                skipped.stream().map(StatusCommand::remedy), edited.stream().map(Edited::remedy));
        return Stream.concat(own, ofScripts).toList();
    }

    private static void describe(ModuleHeader code, Map<String, Object> map) {
        map.put("version", code.version());
        map.put("head", code.head());
    }

    private List<String> text(LoadState state, ForeignHistoryReport histories) {
        return Stream.concat(state.statuses().stream().flatMap(status -> text(state, status)), histories.lines())
                .toList();
    }

    private Stream<String> text(LoadState state, ModuleStatus status) {
        var remarks = Stream.concat(
                        skipped(state, status).stream().flatMap(this::text),
                        edited(state, status).stream().flatMap(this::text))
                .toList();
        return Stream.concat(text(status, remarks.isEmpty()).stream(), remarks.stream());
    }

    private static Remedy remedy(Script skipped) {
        return SkippedMigrations.remedy(skipped, new Goal.Heads());
    }

    private Stream<String> text(Edited edited) {
        return Stream.of("  " + edited.description(), "  " + session().wording().line(edited.remedy()));
    }

    private Stream<String> text(Script skipped) {
        return Stream.of(
                "  " + SkippedMigrations.description(skipped),
                "  " + session().wording().line(remedy(skipped)));
    }

    private List<String> text(ModuleStatus status, boolean isWhole) {
        return switch (status) {
            case InSync(var code) -> List.of(name(code) + (isWhole ? "in sync at " : "at ") + code.head());
            case Behind(var chain, var current, var pending) -> {
                var lines = new ArrayList<String>();
                lines.add(name(chain.module().header()) + "behind by " + pending.size() + ", at "
                        + (current.isEmpty() ? "nothing yet" : String.join(", ", current)) + ", head " + chain.head());
                pending.forEach(script -> lines.add(
                        "  pending " + script.revision() + " (" + script.info().release() + ")"));
                yield lines;
            }
            case Ahead ahead -> mismatch(name(ahead.chain().module().header()), ahead);
            case UnknownRevision unknown ->
                mismatch(name(unknown.chain().module().header()), unknown);
            case Missing missing -> mismatch(missing.module() + ": ", missing);
        };
    }

    private static String name(ModuleHeader code) {
        return code.name() + " " + code.version() + ": ";
    }

    private List<String> mismatch(String name, Mismatch mismatch) {
        return List.of(name + mismatch.description(), "  " + session().wording().line(mismatch.remedy()));
    }
}
