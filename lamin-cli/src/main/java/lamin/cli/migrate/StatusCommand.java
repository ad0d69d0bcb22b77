package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import lamin.schema.module.Script;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.ModuleStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows code and database of an instance beside each other. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show, module by module, the revision of the database, the head of the code and what is pending.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is pending", "3:migrations are pending", "6:the database is ahead of the code"},
        footerHeading = "%nExamples:%n",
        footer = {"  lamin migrate status", "  lamin migrate status --json"})
final class StatusCommand extends LaminCommand {
    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var settings = session().instance(instance.name());
        var database = session().database(settings);
        var modules = session().mounted(settings, database);
        var plan = database.read(connection -> session().deployment().plan(connection, modules));
        session().print(json.isWanted(), () -> json(plan), () -> text(plan));
        return exitCode(plan);
    }

    private static int exitCode(MigrationPlan plan) {
        if (plan.isAhead()) {
            return ErrorCode.INCOMPATIBLE.exitCode();
        }
        return plan.isEmpty() ? OK : ErrorCode.NOT_IN_SYNC.exitCode();
    }

    private static Object json(MigrationPlan plan) {
        var modules = new ArrayList<Map<String, Object>>();
        plan.statuses().forEach(status -> modules.add(json(status)));
        var map = new LinkedHashMap<String, Object>();
        map.put("in_sync", plan.isEmpty() && !plan.isAhead());
        map.put("modules", modules);
        return map;
    }

    private static Map<String, Object> json(ModuleStatus status) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", status.module());
        switch (status) {
            case ModuleStatus.InSync(var chain) -> {
                map.put("version", chain.module().version());
                map.put("state", "in sync");
                map.put("revision", chain.head());
                map.put("head", chain.head());
            }
            case ModuleStatus.Behind(var chain, var current, var pending) -> {
                map.put("version", chain.module().version());
                map.put("state", "behind");
                map.put("revision", String.join(",", current));
                map.put("head", chain.head());
                map.put("pending", pending.stream().map(Script::revision).toList());
            }
            case ModuleStatus.Ahead(var chain, var unknown) -> {
                map.put("version", chain.module().version());
                map.put("state", "ahead");
                map.put("revision", String.join(",", unknown));
                map.put("head", chain.head());
            }
            case ModuleStatus.Missing(var ignored, var current) -> {
                map.put("state", "missing");
                map.put("revision", String.join(",", current));
            }
        }
        return map;
    }

    private static List<String> text(MigrationPlan plan) {
        return plan.statuses().stream().flatMap(status -> text(status).stream()).toList();
    }

    private static List<String> text(ModuleStatus status) {
        return switch (status) {
            case ModuleStatus.InSync(var chain) ->
                List.of(status.module() + " " + chain.module().version() + ": in sync at " + chain.head());
            case ModuleStatus.Behind(var chain, var current, var pending) -> {
                var lines = new ArrayList<String>();
                lines.add(status.module() + " " + chain.module().version() + ": behind by " + pending.size() + ", at "
                        + (current.isEmpty() ? "nothing yet" : String.join(", ", current)) + ", head " + chain.head());
                pending.forEach(script -> lines.add(
                        "  pending " + script.revision() + " (" + script.info().release() + ")"));
                yield lines;
            }
            case ModuleStatus.Ahead(var chain, var unknown) ->
                List.of(status.module() + " " + chain.module().version() + ": the database is ahead, at "
                        + String.join(", ", unknown));
            case ModuleStatus.Missing(var module, var current) ->
                List.of(module + ": its code is not here; the database is at " + String.join(", ", current));
        };
    }
}
