package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.Session;
import lamin.schema.internal.module.ModuleInfo;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The modules to export. */
final class ModulesOption {
    @Option(
            names = "--module",
            paramLabel = "NAME",
            split = ",",
            description = "The modules; by default that of the current project, else those of the instance.")
    private List<String> modules = new ArrayList<>();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    /** The named modules and their dependencies. */
    List<ModuleInfo> wanted(Session session) {
        return session.catalog().withDependencies(names(session));
    }

    private SortedSet<String> names(Session session) {
        var current = session.modulePath().current();
        if (!modules.isEmpty()) {
            return new TreeSet<>(modules);
        }
        if (current.isPresent() && instance.name() == null) {
            return new TreeSet<>(List.of(current.get()));
        }
        var settings = session.instance(instance.name());
        return session.mounted(settings, session.database(settings));
    }
}
