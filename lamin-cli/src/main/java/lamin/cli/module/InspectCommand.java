package lamin.cli.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.ModuleLocation;
import lamin.project.Distribution;
import lamin.project.MavenSettings;
import lamin.project.MavenSettings.Network;
import lamin.schema.ErrorCode;
import lamin.schema.internal.module.ModuleConvention;
import lamin.schema.internal.module.ModuleInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Describes the contents of a module without running its code. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description =
                "Show the contents of a schema module and check it against the convention, without running its code.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the module follows the convention", "4:not a module, or a violated convention"},
        footerHeading = "%nExamples:%n",
        footer = {"  lamin module inspect .", "  lamin module inspect assay-1.0.0.jar --json"})
final class InspectCommand extends LaminCommand {
    @Parameters(
            paramLabel = "WHERE",
            arity = "0..1",
            defaultValue = ".",
            description = "A project, a jar, or Maven coordinates; by default the project in the current folder.")
    private String where;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var environment = session().environment();
        var source = ModuleLocation.parse(where, environment.workingDirectory());
        var location = new ModuleLocation(
                MavenSettings.from(Network.OFFLINE, environment.variables()), Distribution.running());
        var module = ModuleLocation.scan(location.classPath(source), source);
        var problems = ModuleConvention.violations(module);
        session().print(json.isWanted(), () -> json(module, problems), () -> text(module, problems));
        return problems.isEmpty() ? OK : ErrorCode.REFUSED.exitCode();
    }

    private static Map<String, Object> json(ModuleInfo module, List<String> problems) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", module.name());
        map.put("version", module.version());
        map.put("head", module.head());
        map.put("table_prefix", module.tablePrefix());
        map.put("package", module.rootPackage());
        map.put("entities", module.entities());
        map.put(
                "revisions",
                module.revisions().stream().map(revision -> revision.id()).toList());
        map.put("problems", problems);
        return map;
    }

    private static List<String> text(ModuleInfo module, List<String> problems) {
        var lines = new ArrayList<>(List.of(
                "module    " + module.name() + " " + module.version(),
                "package   " + module.rootPackage(),
                "tables    " + module.tablePrefix() + "_...",
                "head      " + (module.head().isEmpty() ? "none yet" : module.head())));
        module.entities().forEach(entity -> lines.add("entity    " + entity));
        module.revisions()
                .forEach(revision -> lines.add("revision  " + revision.id() + " (" + revision.release() + ")"));
        problems.forEach(problem -> lines.add("problem   " + problem));
        return lines.stream().map(InspectCommand::printable).toList();
    }

    /** Nothing in a jar of unknown origin moves the cursor of a terminal or begins a line of its own. */
    private static String printable(String text) {
        return text.codePoints()
                .mapToObj(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? String.format("\\u%04x", point)
                        : Character.toString(point))
                .collect(Collectors.joining());
    }
}
