package lamin.schema.internal.module;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.InstallModule;

/** The available schema modules, and the loader of their classes. */
public final class ModuleCatalog {
    private final SortedMap<String, ModuleCode> modules = new TreeMap<>();
    private final ClassLoader loader;

    /** Modules whose class files have already been read. */
    public ModuleCatalog(Collection<ModuleInfo> modules, ClassLoader loader) {
        this(modules.stream().map(ModuleCode::of), loader);
    }

    private ModuleCatalog(Stream<ModuleCode> modules, ClassLoader loader) {
        modules.forEach(module -> this.modules.putIfAbsent(module.name(), module));
        this.loader = loader;
    }

    /** If two modules have the same name, the first is used. */
    public static ModuleCatalog of(Collection<ModuleCode> modules, ClassLoader loader) {
        return new ModuleCatalog(modules.stream(), loader);
    }

    /** The modules that the class loader of this program sees. */
    public static ModuleCatalog installed() {
        return visibleTo(programLoader());
    }

    /** The modules that a class loader sees, in jars of any kind and in folders of classes. */
    public static ModuleCatalog visibleTo(ClassLoader loader) {
        return of(ModuleScanner.visibleTo(loader), loader);
    }

    /** The loader of the running thread if it shares this engine: a server may load the engine above its applications. */
    public static ClassLoader programLoader() {
        var own = ModuleCatalog.class.getClassLoader();
        var context = Thread.currentThread().getContextClassLoader();
        try {
            return context != null && context.loadClass(ModuleCatalog.class.getName()) == ModuleCatalog.class
                    ? context
                    : own;
        } catch (ClassNotFoundException e) {
            return own;
        }
    }

    public ClassLoader loader() {
        return loader;
    }

    /** All modules, whose details are read on demand. */
    public Collection<ModuleCode> code() {
        return Collections.unmodifiableCollection(modules.values());
    }

    /** All modules with the full contents of their class files. */
    public Collection<ModuleInfo> all() {
        return modules.values().stream().map(ModuleCode::info).toList();
    }

    public boolean has(String name) {
        return modules.containsKey(name);
    }

    public Optional<ModuleInfo> find(String name) {
        return Optional.ofNullable(modules.get(name)).map(ModuleCode::info);
    }

    /** The module with that name; an unknown name is refused with a list of the known modules. */
    public ModuleInfo get(String name) {
        return code(name).info();
    }

    private ModuleCode code(String name) {
        var module = modules.get(name);
        if (module == null) {
            throw unknown(name);
        }
        return module;
    }

    private LaminException unknown(String name) {
        var known = modules.isEmpty()
                ? "the class loader of the program sees no schema module"
                : "known modules: " + String.join(", ", modules.keySet());
        return new LaminException(ErrorCode.USAGE, "unknown module " + name + "; " + known, InstallModule.named(name));
    }

    /** Those of the modules that are available together with everything that their migrations depend on. */
    public List<String> usable(Collection<String> names) {
        var owners = new Owners(names);
        return names.stream()
                .filter(name -> find(name)
                        .filter(module -> module.revisions().stream()
                                .flatMap(revision -> revision.dependsOn().stream())
                                .allMatch(needed -> owners.of(needed).isPresent()))
                        .isPresent())
                .toList();
    }

    /** Core, these modules and the modules that their migrations depend on; all are checked against the convention. */
    public List<ModuleInfo> withDependencies(Collection<String> names) {
        var mounted = needed(withCore(names));
        ModuleConvention.refuseViolations(mounted);
        return mounted;
    }

    /** These modules and the modules that their migrations depend on. */
    public List<ModuleInfo> needed(Collection<String> names) {
        var owners = new Owners(names);
        var found = new LinkedHashMap<String, ModuleInfo>();
        names.forEach(name -> add(get(name), owners, found));
        return List.copyOf(found.values());
    }

    private static void add(ModuleInfo module, Owners owners, Map<String, ModuleInfo> found) {
        if (found.putIfAbsent(module.name(), module) == null) {
            module.revisions().stream()
                    .flatMap(revision -> revision.dependsOn().stream())
                    .forEach(needed -> owners.of(needed).ifPresent(owner -> add(owner, owners, found)));
        }
    }

    /** Finds modules by their revisions, and reads no more modules than necessary. */
    private final class Owners {
        private final Map<String, ModuleInfo> byRevision = new HashMap<>();
        private final Deque<String> unread;

        Owners(Collection<String> likely) {
            unread = Stream.concat(likely.stream().filter(ModuleCatalog.this::has), modules.keySet().stream())
                    .distinct()
                    .collect(Collectors.toCollection(ArrayDeque::new));
        }

        Optional<ModuleInfo> of(String revision) {
            while (!byRevision.containsKey(revision) && !unread.isEmpty()) {
                var module = get(unread.remove());
                module.revisions().forEach(info -> byRevision.put(info.id(), module));
            }
            return Optional.ofNullable(byRevision.get(revision));
        }
    }

    /** The chains of core, of these modules, and of the modules that their migrations depend on. */
    public Chains chainsWithCore(Collection<String> names) {
        return lazily(withCore(names), () -> withDependencies(names));
    }

    /** The chains of these modules and of the modules that their migrations depend on. */
    public Chains chainsOf(Collection<String> names) {
        return lazily(names, () -> {
            var needed = needed(names);
            ModuleConvention.refuseViolations(needed);
            return needed;
        });
    }

    private Chains lazily(Collection<String> names, Supplier<List<ModuleInfo>> withDependencies) {
        return Chains.of(names.stream().distinct().map(this::code).toList(), () -> {
            var infos = withDependencies.get();
            var code = infos.stream().map(info -> code(info.name())).toList();
            return new Chains.Loaded(code, chains(infos));
        });
    }

    private static List<String> withCore(Collection<String> names) {
        return Stream.concat(Stream.of(ModuleConvention.CORE), names.stream()).toList();
    }

    /** The migrations of modules. */
    public List<Chain> chains(Collection<ModuleInfo> infos) {
        var chains = new ArrayList<Chain>();
        infos.forEach(module -> chains.add(Chain.load(module, loader)));
        return chains;
    }
}
