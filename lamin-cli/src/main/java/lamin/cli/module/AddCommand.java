package lamin.cli.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamin.cli.command.FoundModule;
import lamin.cli.command.FoundModule.Origin;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.ModuleLocation;
import lamin.project.Distribution;
import lamin.project.MavenSettings;
import lamin.project.MavenSettings.Network;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.MountModule;
import lamin.schema.internal.module.ModuleConvention;
import lamin.schema.internal.module.ModuleInfo;
import lamin.settings.InstanceSettings;
import lamin.settings.ModuleSource;
import lamin.settings.RegisteredModules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a module by name. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Add a schema module, so that 'lamin init --schema NAME' finds it.",
            "--mount also mounts it in an existing instance.",
            "Its classes are read but not run until it is mounted. A project is used from source.",
            "The network is used only for Maven coordinates that are not in the local repository."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the module was added and, with --mount, mounted",
            "1:the module cannot be read, compiled or downloaded, or its migrations fail",
            "2:no module found there",
            "3:the instance has pending migrations, which have to be deployed first",
            "4:not a module, a violated convention, or a conflict with another module",
            "6:the instance is incompatible with the installed modules"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin module add ./lnschema-assay",
            "  lamin module add assay-1.0.0.jar",
            "  lamin module add com.example:lnschema-assay:1.0.0",
            "  lamin module add com.example:lnschema-assay:1.1.0 --replace",
            "  lamin module add ./lnschema-assay --mount",
            "  lamin module add bionty --mount --instance lab"
        })
final class AddCommand extends LaminCommand {
    @Parameters(
            paramLabel = "WHERE",
            description = "A project, a jar, or Maven coordinates group:artifact:version; to mount a known module,"
                    + " its name.")
    private String where;

    @Option(
            names = "--mount",
            description = "Also mount it in an instance and deploy its migrations; if that fails, nothing is changed.")
    private boolean mount;

    @Option(names = "--replace", description = "Replace a module of the same name that was added before.")
    private boolean replace;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        known().ifPresentOrElse(this::mountKnown, this::add);
        return OK;
    }

    /** A name takes precedence over a folder with the same name, which can be given as {@code ./name}. */
    private Optional<FoundModule> known() {
        return session().modulePath().found().stream()
                .filter(module -> module.name().equals(where))
                .findFirst();
    }

    private void mountKnown(FoundModule known) {
        report(
                known.info(),
                "already known: ",
                known.where(),
                mount().carryOut(known.name()).orElse(null));
    }

    private void add() {
        var environment = session().environment();
        var source = ModuleLocation.parse(where, environment.workingDirectory());
        var location = new ModuleLocation(
                MavenSettings.from(Network.ALLOWED, environment.variables()), Distribution.running());
        var module = ModuleLocation.scan(location.classPath(source), source);
        refuseClashes(module, source);
        report(
                module,
                "added ",
                ModuleLocation.describe(source),
                register(module.name(), source).orElse(null));
    }

    private Mount mount() {
        return new Mount(session(), instance.name(), mount || instance.name() != null);
    }

    /** A module that cannot be mounted is removed again. */
    private Optional<InstanceSettings> register(String name, ModuleSource source) {
        var modules = new RegisteredModules(session().environment().settings());
        var before = Optional.ofNullable(modules.all().get(name));
        modules.add(name, source);
        session().modulesChanged();
        try {
            return mount().carryOut(name);
        } catch (RuntimeException e) {
            before.ifPresentOrElse(earlier -> modules.add(name, earlier), () -> modules.remove(name));
            throw e;
        }
    }

    private void report(ModuleInfo module, String what, String place, @Nullable InstanceSettings mounting) {
        var slug = mounting == null ? null : mounting.slug().toString();
        var lines = new ArrayList<>(List.of(what + module.name() + " " + module.version() + " from " + place));
        if (slug == null) {
            session().notices().hint("it is not mounted", new MountModule(module.name()));
        } else {
            lines.add("mounted " + module.name() + " in " + slug);
        }
        session().print(json.isWanted(), () -> json(module, place, slug), () -> lines);
    }

    /** The project in the current folder is not a clash if it is the module being added. */
    private void refuseClashes(ModuleInfo module, ModuleSource source) {
        var others = session().modulePath().found().stream()
                .filter(known -> known.origin() != Origin.EDITABLE)
                .toList();
        others.stream()
                .filter(known -> known.name().equals(module.name()))
                .filter(known -> !known.where().equals(ModuleLocation.describe(source)))
                .filter(known -> !replace || known.origin() == Origin.DISTRIBUTION)
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
            case DISTRIBUTION -> new Advice("choose another name: Lamin4j brings this one");
            case ADDED, EDITABLE, CLASS_PATH ->
                new Advice("to use this one in its place, repeat the command with --replace");
        };
        throw new LaminException(
                ErrorCode.REFUSED, "module " + known.name() + " already exists, from " + known.where(), advice);
    }

    private static Map<String, Object> json(ModuleInfo module, String place, @Nullable String mountedIn) {
        var map = new LinkedHashMap<String, Object>();
        map.put("added", module.name());
        map.put("version", module.version());
        map.put("head", module.head());
        map.put("where", place);
        map.put("mounted_in", mountedIn);
        return map;
    }
}
