package lamin.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.cli.command.FoundModule.Origin;
import lamin.entities.HibernateReader;
import lamin.project.Distribution;
import lamin.project.EditableModule;
import lamin.project.MavenSettings;
import lamin.project.MavenSettings.Network;
import lamin.project.ModuleLoader;
import lamin.project.ModuleProject;
import lamin.project.ProjectHibernate;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.RemoveModule;
import lamin.schema.internal.entities.EntityReader;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleScanner;
import lamin.settings.Environment;
import lamin.settings.ModuleSource;
import lamin.settings.RegisteredModules;
import org.jspecify.annotations.Nullable;

/**
 * The sources of schema modules for commands: the project in the current folder, modules added by the user, and modules
 * of the distribution. All modules outside the distribution share one class loader.
 *
 * @param found the modules by name, each from the first source that has it
 * @param outside folders of classes and jars that are not on the class path of this process
 * @param editable the module of the current folder
 */
public record ModulePath(
        List<FoundModule> found,
        ModuleCatalog catalog,
        List<Path> outside,
        @Nullable EditableModule editable) {
    public ModulePath {
        found = List.copyOf(found);
        outside = List.copyOf(outside);
    }

    /** Searches all sources; an added module that cannot be used is reported and skipped. */
    static ModulePath find(Environment environment, Notices notices) {
        var distribution = Distribution.running();
        var location = new ModuleLocation(MavenSettings.from(Network.OFFLINE, environment.variables()), distribution);
        var editable = ModuleProject.find(environment.workingDirectory()).map(location::compile);
        var search = new Search(location, notices);
        editable.ifPresent(search::editable);
        new RegisteredModules(environment.settings()).all().forEach(search::added);
        distribution
                .catalog()
                .code()
                .forEach(code -> search.found(new FoundModule(
                        code, Origin.DISTRIBUTION, code.header().location().toString())));
        var code = search.found.stream().map(FoundModule::code).toList();
        var loader = loader(editable, search);
        return new ModulePath(search.found, ModuleCatalog.of(code, loader), search.outside, editable.orElse(null));
    }

    /** The name of the module of the current folder; empty outside of one, or if its package has no {@code @SchemaModule}. */
    public Optional<String> current() {
        return Optional.ofNullable(editable)
                .map(module -> module.project().rootPackage())
                .flatMap(rootPackage -> found.stream()
                        .filter(module -> module.origin() == Origin.EDITABLE)
                        .filter(module -> module.code().header().rootPackage().equals(rootPackage))
                        .findFirst())
                .map(FoundModule::name);
    }

    /** Reads entities with the Hibernate of the current folder's project; the distribution's if that has none or the same. */
    public EntityReader entityReader() {
        if (editable == null || editable.entityPath().isEmpty()) {
            return new HibernateReader(catalog.loader());
        }
        var own = editable.classPath();
        var others = found.stream()
                .filter(module -> module.origin() == Origin.DISTRIBUTION)
                .map(module -> module.code().header().location());
        return ProjectHibernate.open(
                editable,
                Stream.concat(outside.stream().filter(path -> !own.contains(path)), others)
                        .toList());
    }

    private static ClassLoader loader(Optional<EditableModule> editable, Search search) {
        var launcher = ModulePath.class.getClassLoader();
        var rootPackages = search.found.stream()
                .filter(module -> module.origin() != Origin.DISTRIBUTION)
                .map(module -> module.code().header().rootPackage())
                .toList();
        boolean ownFirst = editable.filter(EditableModule::carried).isPresent();
        return search.outside.isEmpty() ? launcher : ModuleLoader.of(search.outside, rootPackages, ownFirst, launcher);
    }

    /** One search through the sources; the first match is used. */
    private static final class Search {
        private final ModuleLocation location;
        private final Notices notices;
        private final List<FoundModule> found = new ArrayList<>();
        private final List<Path> outside = new ArrayList<>();

        Search(ModuleLocation location, Notices notices) {
            this.location = location;
            this.notices = notices;
        }

        void editable(EditableModule module) {
            ModuleScanner.in(module.classes())
                    .forEach(code -> found(new FoundModule(
                            code.withCoordinates(module.coordinates().artifact())
                                    .withContentKey(module.contentKey()),
                            Origin.EDITABLE,
                            module.project().directory().toString())));
            outside.addAll(module.classPath());
        }

        void added(String name, ModuleSource source) {
            if (isKnown(name)) {
                return;
            }
            try {
                var classPath = location.classPath(source);
                found(new FoundModule(
                        ModuleLocation.find(classPath, source, name), Origin.ADDED, ModuleLocation.describe(source)));
                outside.addAll(classPath);
            } catch (LaminException e) {
                notices.warning(
                        "module " + name + " is left out: "
                                + String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""),
                        new RemoveModule(name));
            }
        }

        void found(FoundModule module) {
            if (!isKnown(module.name())) {
                found.add(module);
            }
        }

        private boolean isKnown(String name) {
            return found.stream().anyMatch(module -> module.name().equals(name));
        }
    }
}
