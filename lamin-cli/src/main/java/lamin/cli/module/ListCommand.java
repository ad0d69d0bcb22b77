package lamin.cli.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.cli.command.FoundModule;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.LaminException;
import lamin.settings.InstanceSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the modules that can be mounted. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "List the available schema modules with version, head and origin.",
            "Modules mounted in the current instance are marked."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin module list", "  lamin module list --json"})
final class ListCommand extends LaminCommand {
    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var modules = session().modulePath().found();
        var mounted = mounted();
        session()
                .print(
                        json.isWanted(),
                        () -> Map.of(
                                "modules",
                                modules.stream()
                                        .map(module -> json(module, mounted))
                                        .toList()),
                        () -> modules.stream()
                                .map(module -> text(module, mounted))
                                .toList());
        return OK;
    }

    /** The modules that the current instance mounts; empty without an instance or if its database does not answer. */
    private SortedSet<String> mounted() {
        try {
            return session().lamin().current().settings().map(this::mounted).orElseGet(TreeSet::new);
        } catch (LaminException e) {
            session().notices().warning("cannot tell which modules are mounted: " + e.getMessage());
            return new TreeSet<>();
        }
    }

    private SortedSet<String> mounted(InstanceSettings settings) {
        var modules = session().mounted(settings, session().database(settings));
        modules.add("core");
        return modules;
    }

    private static Object json(FoundModule module, SortedSet<String> mounted) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", module.name());
        map.put("version", module.code().header().version());
        map.put("head", module.code().header().head());
        map.put("origin", origin(module));
        map.put("where", module.where());
        map.put("mounted", mounted.contains(module.name()));
        return map;
    }

    private static String text(FoundModule module, SortedSet<String> mounted) {
        var head = module.code().header().head();
        return String.join(
                "  ",
                List.of(
                        mounted.contains(module.name()) ? "*" : " ",
                        module.name() + " " + module.code().header().version(),
                        head.isEmpty() ? "without migrations" : "at " + head,
                        origin(module),
                        module.where()));
    }

    private static String origin(FoundModule module) {
        return module.origin().name().toLowerCase(Locale.ROOT);
    }
}
