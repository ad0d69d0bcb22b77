package lamin.cli.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.YesOption;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.module.ModuleConvention;
import lamin.settings.InstanceSettings;
import lamin.settings.RegisteredModules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Unmounts a module, and forgets it if it was added. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Unmount a module from an instance, if that mounts it, and forget it, if it was added.",
            "Its files and its tables stay: mounted again, it goes on where it was. Other instances that mount it cannot be"
                    + " opened until it is added again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is unmounted and forgotten",
            "2:no such module was added or is mounted",
            "4:it is core, another module cannot do without it, or a person said no; nothing was changed"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin module remove assay", "  lamin module remove assay --instance lab --yes"})
final class RemoveCommand extends LaminCommand {
    @Parameters(paramLabel = "NAME", description = "The module's name.")
    private String name;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private YesOption yes = new YesOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        if (name.equals(ModuleConvention.CORE)) {
            throw new LaminException(ErrorCode.REFUSED, "core is part of every instance and cannot be removed");
        }
        var modules = new RegisteredModules(session().environment().settings());
        var mounting = mounting();
        if (mounting.isEmpty() && !modules.all().containsKey(name)) {
            throw unknown(modules);
        }
        mounting.ifPresent(this::unmount);
        boolean forgotten = modules.remove(name);
        var unmountedFrom = mounting.map(InstanceSettings::slug).orElse(null);
        session().print(json.isWanted(), () -> json(forgotten, unmountedFrom), () -> text(forgotten, unmountedFrom));
        return OK;
    }

    /** The instance that is named, else the current one, if it mounts the module. */
    private Optional<InstanceSettings> mounting() {
        var meant = instance.name() == null
                ? session().current().settings()
                : Optional.of(session().instance(instance.name()));
        return meant.filter(settings -> session()
                .mounted(settings, session().database(settings))
                .contains(name));
    }

    private LaminException unknown(RegisteredModules modules) {
        var known = String.join(", ", modules.all().keySet());
        return new LaminException(
                ErrorCode.USAGE,
                "no module " + name + " was added" + (known.isEmpty() ? "" : "; added are " + known)
                        + "\nand no instance that mounts it is loaded or named");
    }

    private void unmount(InstanceSettings settings) {
        boolean asks = session().terminal().isInteractive() && !yes.isGiven();
        if (asks
                && !session()
                        .terminal()
                        .confirm("unmount " + name + " from " + settings.slug() + "? its tables stay")) {
            throw new LaminException(ErrorCode.REFUSED, settings.slug() + " mounts " + name + "; nothing was changed");
        }
        session().lamin().unmount(settings, name);
    }

    private Map<String, Object> json(boolean forgotten, @Nullable Slug unmountedFrom) {
        var map = new LinkedHashMap<String, Object>();
        map.put("removed", name);
        map.put("forgotten", forgotten);
        map.put("unmounted_from", unmountedFrom == null ? null : unmountedFrom.toString());
        return map;
    }

    private List<String> text(boolean forgotten, @Nullable Slug unmountedFrom) {
        var lines = new ArrayList<String>();
        if (unmountedFrom != null) {
            lines.add("unmounted " + name + " from " + unmountedFrom + "; its tables stay");
        }
        if (forgotten) {
            lines.add("removed " + name);
        }
        return lines;
    }
}
