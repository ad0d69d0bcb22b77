package lamin.cli.module;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.Version;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.ModuleLocation;
import lamin.project.Distribution;
import lamin.project.MavenSettings;
import lamin.project.MavenSettings.Network;
import lamin.project.ModuleTemplate;
import lamin.project.NewModule;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.RemoveModule;
import lamin.settings.RegisteredModules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates the project of a new module. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Create the project of a new schema module.",
            "It has a pom, one entity that references core, its first migration, a test, a GitHub workflow and a README, and passes 'mvn verify'."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the project was created",
            "1:the project cannot be written",
            "2:the name or group is invalid",
            "4:the name is taken, or the folder is not empty"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin module new assay", "  lamin module new assay --group org.mylab --dir modules/assay"})
final class NewCommand extends LaminCommand {
    @Parameters(paramLabel = "NAME", description = "The module's name: lower-case letters and digits.")
    private String name;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            defaultValue = "com.example",
            description = "The group id of its Maven artifact (default: ${DEFAULT-VALUE}).")
    private String group;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "The project's folder, new or empty (default: lnschema-NAME).")
    private @Nullable Path directory;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var template = new ModuleTemplate(name, group, Version.CURRENT);
        refuseTaken();
        var environment = session().environment();
        var folder = directory == null ? Path.of("lnschema-" + name) : directory;
        var module = new NewModule(template, environment.workingDirectory().resolve(folder));
        var files = module.create(
                MavenSettings.from(Network.OFFLINE, environment.variables()),
                Distribution.running(),
                LocalDate.now(Clock.systemUTC()));
        session().print(json.isWanted(), () -> json(module, files), () -> text(module, files));
        return OK;
    }

    private void refuseTaken() {
        var added =
                new RegisteredModules(session().environment().settings()).all().get(name);
        if (added != null) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "module " + name + " already exists, from " + ModuleLocation.describe(added),
                    new Advice("choose another name"),
                    new RemoveModule(name));
        }
        if (Distribution.running().catalog().has(name)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "Lamin4j brings a module " + name + " itself",
                    new Advice("choose another name"));
        }
    }

    private static Map<String, Object> json(NewModule module, List<Path> files) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", module.template().name());
        map.put("group", module.template().group());
        map.put("directory", module.directory().toString());
        map.put("files", files.stream().map(Path::toString).toList());
        return map;
    }

    private static List<String> text(NewModule module, List<Path> files) {
        var lines = new ArrayList<>(List.of("wrote " + module.directory()));
        files.forEach(file -> lines.add("  " + file));
        lines.addAll(List.of(
                "next: cd " + module.directory(),
                "  mvn verify                    test it on SQLite and PostgreSQL",
                "  lamin migrate create          after you have edited an entity",
                "  lamin migrate release 0.1.0   when it is ready for others"));
        return lines;
    }
}
