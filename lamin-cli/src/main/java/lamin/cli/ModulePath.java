package lamin.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.module.ModuleCatalog;
import lamin.project.Distribution;
import lamin.project.EditableModule;
import lamin.project.MavenCoordinates;
import lamin.project.MavenResolver;
import lamin.project.MavenSettings;
import lamin.project.MavenSettings.Network;
import lamin.project.ModuleProject;
import lamin.schema.Notices;
import lamin.schema.module.ModuleInfo;
import lamin.schema.module.ModuleScanner;
import lamin.settings.Environment;
import lamin.settings.ModuleSource;
import lamin.settings.RegisteredModules;
import org.jspecify.annotations.Nullable;

/**
 * Where a command finds schema modules: the project that one stands in, from source; what this user added; what the
 * distribution carries. All modules outside the distribution share one class loader.
 *
 * @param editable the module that one stands in
 */
public record ModulePath(ModuleCatalog catalog, @Nullable EditableModule editable) {

    /** Looks in all places; a module that was added and is gone is told and left out. */
    static ModulePath find(Environment environment, Notices notices) {
        var maven = MavenSettings.from(Network.OFFLINE, environment.variables());
        var distribution = Distribution.running();
        var editable = ModuleProject.find(environment.workingDirectory())
                .map(project -> EditableModule.compile(project, maven, distribution));
        var found = new ArrayList<ModuleInfo>();
        var urls = new ArrayList<URL>();
        editable.ifPresent(module -> {
            ModuleScanner.scan(module.classes()).ifPresent(found::add);
            module.classPath().forEach(entry -> urls.add(url(entry)));
        });
        new RegisteredModules(environment.settings())
                .all()
                .forEach((name, source) -> add(name, source, maven, distribution, notices, found, urls));
        found.addAll(ModuleCatalog.ofClassPath().all());
        var launcher = ModulePath.class.getClassLoader();
        return new ModulePath(new ModuleCatalog(found, loader(editable, urls, launcher)), editable.orElse(null));
    }

    private static ClassLoader loader(Optional<EditableModule> editable, List<URL> urls, ClassLoader launcher) {
        if (urls.isEmpty()) {
            return launcher;
        }
        return editable.filter(EditableModule::carried).isPresent()
                ? editable.get().classLoader(launcher)
                : new URLClassLoader("schema modules", urls.toArray(URL[]::new), launcher);
    }

    private static void add(
            String name,
            ModuleSource source,
            MavenSettings maven,
            Distribution distribution,
            Notices notices,
            List<ModuleInfo> found,
            List<URL> urls) {
        if (found.stream().anyMatch(module -> module.name().equals(name))) {
            return;
        }
        var classPath = classPath(source, maven, distribution);
        var module = classPath.stream().filter(Files::exists).findFirst().flatMap(ModuleScanner::scan);
        if (module.isEmpty()) {
            notices.warning("module " + name + " was added from " + source + ", where it is no longer");
            return;
        }
        found.add(module.get());
        classPath.forEach(entry -> urls.add(url(entry)));
    }

    /** The module itself first, then what it needs and the distribution does not bring. */
    static List<Path> classPath(ModuleSource source, MavenSettings maven, Distribution distribution) {
        return switch (source) {
            case ModuleSource.Jar(var jar) -> List.of(jar);
            case ModuleSource.Folder(var folder) ->
                ModuleProject.find(folder)
                        .map(project -> EditableModule.compile(project, maven, distribution)
                                .classPath())
                        .orElse(List.of(folder));
            case ModuleSource.Artifact(var group, var artifact, var version) -> {
                try (var resolver = MavenResolver.open(maven, distribution)) {
                    yield resolver.resolve(new MavenCoordinates(group, artifact, version));
                }
            }
        };
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no place for classes: " + path, e);
        }
    }
}
