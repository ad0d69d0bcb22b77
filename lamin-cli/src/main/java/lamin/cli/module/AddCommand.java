package lamin.cli.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.cli.command.FoundModule;
import lamin.cli.command.FoundModule.Origin;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.ModuleLocation;
import lamin.project.Distribution;
import lamin.project.MavenSettings;
import lamin.project.MavenSettings.Network;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.module.ModuleConvention;
import lamin.schema.module.ModuleInfo;
import lamin.settings.ModuleSource;
import lamin.settings.RegisteredModules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a module known by its name. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Make a schema module known, so that 'lamin init --schema NAME' finds it.",
            "Its classes are read, not run. A project is used from source from then on.",
            "Only for Maven coordinates that are not in the local repository the network is used."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is known",
            "1:it cannot be read, compiled or fetched",
            "2:there is nothing in that place",
            "4:it is no module, against the convention, or clashes with another"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin module add ./lnschema-assay",
            "  lamin module add assay-1.0.0.jar",
            "  lamin module add com.example:lnschema-assay:1.0.0"
        })
final class AddCommand extends LaminCommand {
    @Parameters(paramLabel = "WHERE", description = "A project, a jar, or Maven coordinates group:artifact:version.")
    private String where;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var environment = session().environment();
        var source = ModuleLocation.parse(where, environment.workingDirectory());
        var location = new ModuleLocation(
                MavenSettings.from(Network.ALLOWED, environment.variables()), Distribution.running());
        var module = ModuleLocation.scan(location.classPath(source), source);
        refuseClashes(module, source);
        new RegisteredModules(environment.settings()).add(module.name(), source);
        session()
                .print(
                        json.isWanted(),
                        () -> json(module, source),
                        () -> List.of("added " + module.name() + " " + module.version() + " from "
                                + ModuleLocation.describe(source)));
        session().notices().hint("mount it: lamin init --storage FOLDER --schema " + module.name());
        return OK;
    }

    /** The project that one stands in is no other module: it is the one that is added. */
    private void refuseClashes(ModuleInfo module, ModuleSource source) {
        var others = session().modulePath().found().stream()
                .filter(known -> known.origin() != Origin.EDITABLE)
                .toList();
        others.stream()
                .filter(known -> known.name().equals(module.name()))
                .filter(known -> !known.where().equals(ModuleLocation.describe(source)))
                .findFirst()
                .ifPresent(AddCommand::refuse);
        var together = new ArrayList<ModuleInfo>();
        others.stream()
                .map(FoundModule::info)
                .filter(known -> !known.name().equals(module.name()))
                .forEach(together::add);
        together.add(module);
        ModuleConvention.refuseViolations(together);
    }

    private static void refuse(FoundModule known) {
        var advice = switch (known.origin()) {
            case DISTRIBUTION -> "\nLamin4j brings it; choose another name";
            case ADDED, EDITABLE -> "\nforget that one first: lamin module remove " + known.name();
        };
        throw new LaminException(
                ErrorCode.REFUSED, "there is a module " + known.name() + " already, from " + known.where() + advice);
    }

    private static Map<String, Object> json(ModuleInfo module, ModuleSource source) {
        var map = new LinkedHashMap<String, Object>();
        map.put("added", module.name());
        map.put("version", module.version());
        map.put("head", module.head());
        map.put("where", ModuleLocation.describe(source));
        return map;
    }
}
