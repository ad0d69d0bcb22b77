package lamin.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.plan.ModuleState;
import lamin.settings.InstanceSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Describes the current instance. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Show the current instance: its location and its mounted modules.",
        footerHeading = "%nExamples:%n",
        footer = {"  lamin info", "  lamin info --json"})
final class InfoCommand extends LaminCommand {
    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var settings = session().instance(instance.name());
        var database = session().database(settings);
        var ledger = database.read(connection -> new Ledger(connection).read());
        session().print(json.isWanted(), () -> json(settings, ledger), () -> text(settings, ledger));
        return OK;
    }

    private Object json(InstanceSettings settings, LedgerState ledger) {
        var map = new LinkedHashMap<String, Object>();
        map.put("instance", settings.slug().toString());
        map.put("id", settings.id().hex());
        map.put("storage", settings.storage().toString());
        map.put("database", settings.database().toString());
        var modules = new ArrayList<Map<String, Object>>();
        ledger.mounted().forEach((name, mounted) -> {
            var module = new LinkedHashMap<String, Object>();
            module.put("name", name);
            module.put("version", mounted.version());
            module.put("head", String.join(",", ledger.of(name)));
            module.put("state", state(name, ledger).toString());
            modules.add(module);
        });
        map.put("modules", modules);
        return map;
    }

    private List<String> text(InstanceSettings settings, LedgerState ledger) {
        var lines = new ArrayList<>(List.of(
                "instance  " + settings.slug(),
                "id        " + settings.id().hex(),
                "storage   " + settings.storage(),
                "database  " + settings.database()));
        ledger.mounted()
                .forEach((name, mounted) -> lines.add("module    " + name + " " + mounted.version() + " at "
                        + String.join(", ", ledger.of(name)) + remark(state(name, ledger))));
        return lines;
    }

    private static String remark(ModuleState state) {
        return switch (state) {
            case IN_SYNC -> "";
            case BEHIND -> ", behind the code";
            case AHEAD -> ", ahead of the code";
            case UNKNOWN_REVISION -> ", which the code here does not know";
            case MISSING -> ", whose code is not installed";
        };
    }

    /** Determined from class files, without running code of the module. */
    private ModuleState state(String module, LedgerState ledger) {
        return ModuleState.of(module, ledger, session().catalog().find(module).orElse(null));
    }
}
