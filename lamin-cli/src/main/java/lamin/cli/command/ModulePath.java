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
        var search = new Search();
        editable.ifPresent(search::editable);
        new RegisteredModules(environment.settings())
                .all()
                .forEach((name, source) -> search.added(name, source, location, notices));
        distribution
                .catalog()
                .code()
                .forEach(code -> search.found(new FoundModule(
                        code, Origin.DISTRIBUTION, code.header().location().toString())));
        return search.result(editable);
    }

    /** The modules of a project that its build tool has compiled, and those of its class path; no other source is searched. */
    public static ModulePath of(EditableModule built) {
        var search = new Search();
        search.editable(built);
        search.onClassPath(built.jars());
        return search.result(Optional.of(built));
    }

    /** The modules of a class path; no other source is searched. */
    public static ModulePath of(List<Path> classPath) {
        var search = new Search();
        search.onClassPath(classPath);
        search.outside.addAll(classPath);
        return search.result(Optional.empty());
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

    /** One search through the sources; the first match is used. */
    private static final class Search {
        private final List<FoundModule> found = new ArrayList<>();
        private final List<Path> outside = new ArrayList<>();

        void editable(EditableModule module) {
            ModuleScanner.in(module.classes()).stream()
                    .map(code -> code.withCoordinates(module.coordinates().artifact()))
                    .map(code -> module.contentKey().map(code::withContentKey).orElse(code))
                    .forEach(code -> found(new FoundModule(
                            code, Origin.EDITABLE, module.project().directory().toString())));
            outside.addAll(module.classPath());
        }

        void onClassPath(List<Path> classPath) {
            ModuleScanner.findOnClassPath(classPath)
                    .forEach(code -> found(new FoundModule(
                            code, Origin.CLASS_PATH, code.header().location().toString())));
        }

        void added(String name, ModuleSource source, ModuleLocation location, Notices notices) {
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

        ModulePath result(Optional<EditableModule> editable) {
            var code = found.stream().map(FoundModule::code).toList();
            return new ModulePath(found, ModuleCatalog.of(code, loader(editable)), outside, editable.orElse(null));
        }

        private ClassLoader loader(Optional<EditableModule> editable) {
            var launcher = ModulePath.class.getClassLoader();
            var rootPackages = found.stream()
                    .filter(module -> module.origin() != Origin.DISTRIBUTION)
                    .map(module -> module.code().header().rootPackage())
                    .toList();
            boolean ownFirst = editable.filter(EditableModule::carried).isPresent();
            return outside.isEmpty() ? launcher : ModuleLoader.of(outside, rootPackages, ownFirst, launcher);
        }
    }
}
