package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.Session;
import lamin.schema.internal.module.Chain;
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

    /** The named modules and their dependencies; those of an instance with core. */
    List<Chain> wanted(Session session) {
        var current = session.modulePath().current();
        if (!modules.isEmpty()) {
            return session.catalog().chainsOf(new TreeSet<>(modules)).all();
        }
        if (current.isPresent() && instance.name() == null) {
            return session.catalog().chainsOf(List.of(current.get())).all();
        }
        var settings = session.instance(instance.name());
        var mounted = session.mounted(settings, session.database(settings));
        return session.catalog().chainsWithCore(mounted).all();
    }
}
