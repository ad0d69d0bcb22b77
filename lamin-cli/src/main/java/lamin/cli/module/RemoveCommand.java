package lamin.cli.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.YesOption;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Confirm;
import lamin.schema.Remedy.DropModule;
import lamin.schema.internal.module.ModuleConvention;
import lamin.settings.InstanceSettings;
import lamin.settings.RegisteredModules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Unmounts a module, and removes it from the added modules. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Unmount a module from an instance and remove it from the added modules.",
            "Its files stay. Its tables stay too, unless --drop is given; mounting it again continues from their revision.",
            "Other instances that mount it cannot be opened until it is added again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the module was unmounted and removed",
            "2:no such module was added or mounted",
            "4:the module is core, another module depends on it, rows would be lost, or this was not confirmed; nothing was changed",
            "6:its tables cannot be dropped because its code or that of another module is not installed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin module remove assay",
            "  lamin module remove assay --instance lab --yes",
            "  lamin module remove assay --drop",
            "  lamin module remove assay --drop --yes --allow-drop assay_notebook"
        })
final class RemoveCommand extends LaminCommand {
    @Parameters(paramLabel = "NAME", description = "The module's name.")
    private String name;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Option(names = "--drop", description = "Also drop its tables; each is shown with its number of rows.")
    private boolean drop;

    @Option(
            names = "--allow-drop",
            paramLabel = "TABLE",
            description = "With --drop: allow dropping this table although it holds rows.")
    private Set<String> allowedDrops = new TreeSet<>();

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
        if (mounting.isEmpty() && (drop || !modules.all().containsKey(name))) {
            throw unknown(modules);
        }
        mounting.ifPresent(settings -> {
            if (drop) {
                drop(settings);
            } else {
                unmount(settings);
            }
        });
        boolean forgotten = modules.remove(name);
        var unmountedFrom = mounting.map(InstanceSettings::slug).orElse(null);
        session().print(json.isWanted(), () -> json(forgotten, unmountedFrom), () -> text(forgotten, unmountedFrom));
        return OK;
    }

    /** The named instance, otherwise the current one, if it mounts the module. */
    private Optional<InstanceSettings> mounting() {
        var meant = instance.name() == null
                ? session().current().settings()
                : Optional.of(session().instance(instance.name()));
        return meant.filter(settings ->
                session().mounted(settings, session().database(settings)).contains(name));
    }

    private LaminException unknown(RegisteredModules modules) {
        var known = String.join(", ", modules.all().keySet());
        return new LaminException(
                ErrorCode.USAGE,
                drop
                        ? "no instance that mounts " + name + " is loaded or named, so that there is nothing to drop"
                        : "no module " + name + " was added" + (known.isEmpty() ? "" : "; added are " + known)
                                + "\nand no instance that mounts it is loaded or named");
    }

    private void unmount(InstanceSettings settings) {
        if (isAsking() && !isConfirmed("unmount " + name + " from " + settings.slug() + "? its tables stay")) {
            throw refused(settings);
        }
        session().lamin().unmount(settings, name);
    }

    /**
     * At a terminal the user sees the numbers of rows and may allow all drops; otherwise each non-empty table must be
     * named.
     */
    private void drop(InstanceSettings settings) {
        var planned = session().lamin().planDrop(settings, name);
        planned.tables()
                .forEach((table, rows) -> session().err().println("would drop " + table + " with " + rows + " rows"));
        var allowed = new TreeSet<>(allowedDrops);
        if (isAsking() && isConfirmed("unmount " + name + " from " + settings.slug() + " and drop these tables?")) {
            planned.tables().keySet().forEach(table -> allowed.add(table.toString()));
        } else if (!yes.isGiven()) {
            throw refused(settings, new Confirm(new DropModule(name, List.of())));
        }
        session().lamin().drop(settings, planned, allowed);
    }

    private boolean isAsking() {
        return session().terminal().isInteractive() && !yes.isGiven();
    }

    private boolean isConfirmed(String question) {
        return session().terminal().confirm(question);
    }

    private LaminException refused(InstanceSettings settings, Remedy... remedies) {
        return new LaminException(
                ErrorCode.REFUSED, settings.slug() + " still mounts " + name + "; nothing was changed", remedies);
    }

    private Map<String, Object> json(boolean forgotten, @Nullable Slug unmountedFrom) {
        var map = new LinkedHashMap<String, Object>();
        map.put("removed", name);
        map.put("forgotten", forgotten);
        map.put("unmounted_from", unmountedFrom == null ? null : unmountedFrom.toString());
        map.put("dropped", drop && unmountedFrom != null);
        return map;
    }

    private List<String> text(boolean forgotten, @Nullable Slug unmountedFrom) {
        var lines = new ArrayList<String>();
        if (unmountedFrom != null) {
            lines.add("unmounted " + name + " from " + unmountedFrom
                    + (drop ? "; its tables are dropped" : "; its tables stay"));
        }
        if (forgotten) {
            lines.add("removed " + name);
        }
        return lines;
    }
}
