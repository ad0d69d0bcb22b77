package lamin.schema.internal.module;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chains of several modules. Scripts are loaded on demand, which is not necessary while code and database are
 * unchanged.
 */
public final class Chains {
    private final List<ModuleCode> named;
    private final Loading loading;
    private @Nullable Loaded loaded;

    private Chains(List<ModuleCode> named, Loading loading) {
        this.named = List.copyOf(named);
        this.loading = loading;
    }

    interface Loading {
        Loaded run();
    }

    /** The named modules and their dependencies, with their chains. */
    record Loaded(List<ModuleCode> modules, List<Chain> chains) {
        Loaded {
            modules = List.copyOf(modules);
            chains = List.copyOf(chains);
        }
    }

    static Chains of(List<ModuleCode> named, Loading loading) {
        return new Chains(named, loading);
    }

    /** Already loaded chains. Their files may have changed since, so they have no key. */
    public static Chains of(List<Chain> chains) {
        return new Chains(List.of(), () -> new Loaded(List.of(), chains));
    }

    /** The chains of the named modules and their dependencies. */
    public List<Chain> all() {
        return load().chains();
    }

    private synchronized Loaded load() {
        var known = loaded;
        if (known == null) {
            known = loading.run();
            loaded = known;
        }
        return known;
    }

    /** The package declarations of the named modules, read without loading the modules. */
    public List<ModuleHeader> headers() {
        return named.stream().map(ModuleCode::header).toList();
    }

    /** Identifies the code of the named modules, without loading it. */
    public Optional<String> key() {
        return key(named);
    }

    /** Identifies the code of the named modules and their dependencies. */
    public Optional<String> keyOfAll() {
        return key(load().modules());
    }

    private static Optional<String> key(List<ModuleCode> modules) {
        if (modules.isEmpty()
                || modules.stream().anyMatch(code -> code.contentKey().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(modules.stream()
                .map(code -> code.name() + " " + code.contentKey().orElseThrow())
                .sorted()
                .collect(Collectors.joining("\n")));
    }
}
