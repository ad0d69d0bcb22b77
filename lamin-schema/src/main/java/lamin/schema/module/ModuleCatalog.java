package lamin.schema.module;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.InstallModule;

/** The schema modules that are at hand, and the loader of their classes. */
public final class ModuleCatalog {
    private final SortedMap<String, ModuleInfo> modules = new TreeMap<>();
    private final ClassLoader loader;

    /** Of two modules with one name the first counts. */
    public ModuleCatalog(Collection<ModuleInfo> modules, ClassLoader loader) {
        modules.forEach(module -> this.modules.putIfAbsent(module.name(), module));
        this.loader = loader;
    }

    /** The modules on the class path of this program. */
    public static ModuleCatalog ofClassPath() {
        return new ModuleCatalog(
                ModuleScanner.scanClassPath(candidates(System.getProperty("java.class.path"))),
                ModuleCatalog.class.getClassLoader());
    }

    /** The entries of a class path that may hold a module: folders, and jars that are called like one. */
    private static List<Path> candidates(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(entry -> Files.isDirectory(entry)
                        || entry.getFileName().toString().startsWith("lnschema-"))
                .toList();
    }

    public ClassLoader loader() {
        return loader;
    }

    public Collection<ModuleInfo> all() {
        return modules.values();
    }

    public Optional<ModuleInfo> find(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    /** The module of that name; an unknown one is refused with those that are known. */
    public ModuleInfo get(String name) {
        return find(name)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        "there is no module " + name + "; known are " + String.join(", ", modules.keySet()),
                        InstallModule.named(name)));
    }

    /** Those of the modules that are at hand, with all that their migrations depend on. */
    public List<String> usable(Collection<String> names) {
        var revisions = modules.values().stream()
                .flatMap(module -> module.revisions().stream())
                .map(RevisionInfo::id)
                .collect(Collectors.toSet());
        return names.stream()
                .filter(name -> find(name)
                        .filter(module -> module.revisions().stream()
                                .allMatch(revision -> revisions.containsAll(revision.dependsOn())))
                        .isPresent())
                .toList();
    }

    /** Core, these modules, and those that their migrations depend on; all keep to the convention. */
    public List<ModuleInfo> withDependencies(Collection<String> names) {
        var mounted = needed(
                Stream.concat(Stream.of(ModuleConvention.CORE), names.stream()).toList());
        ModuleConvention.refuseViolations(mounted);
        return mounted;
    }

    /** These modules, and those that their migrations depend on. */
    public List<ModuleInfo> needed(Collection<String> names) {
        var owners = new HashMap<String, String>();
        modules.values()
                .forEach(module -> module.revisions().forEach(revision -> owners.put(revision.id(), module.name())));
        var found = new LinkedHashMap<String, ModuleInfo>();
        names.forEach(name -> add(name, owners, found));
        return List.copyOf(found.values());
    }

    private void add(String name, Map<String, String> owners, Map<String, ModuleInfo> found) {
        var module = get(name);
        if (found.putIfAbsent(name, module) != null) {
            return;
        }
        for (var revision : module.revisions()) {
            for (var needed : revision.dependsOn()) {
                var owner = owners.get(needed);
                if (owner != null) {
                    add(owner, owners, found);
                }
            }
        }
    }

    /** The migrations of modules. */
    public List<Chain> chains(Collection<ModuleInfo> infos) {
        var chains = new ArrayList<Chain>();
        infos.forEach(module -> chains.add(Chain.load(module, loader)));
        return chains;
    }
}
