package lamin.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Planner;

/**
 * The chain of a module and those of its dependencies.
 *
 * @param chains the module's own chain first
 */
record ModuleHistory(List<Chain> chains) {
    ModuleHistory {
        chains = List.copyOf(chains);
    }

    static ModuleHistory of(ModuleInfo module, ModuleCatalog catalog) {
        var others = catalog.needed(List.of(module.name())).stream()
                .filter(other -> !other.name().equals(module.name()));
        return new ModuleHistory(
                catalog.chains(Stream.concat(Stream.of(module), others).toList()));
    }

    Chain chain() {
        return chains.getFirst();
    }

    String module() {
        return chain().module().name();
    }

    /** The current state. */
    Stage now() {
        return new Stage(
                "now", chains.stream().filter(ModuleHistory::hasScripts).toList());
    }

    /** The state before a script. */
    Stage before(Script script) {
        var needed = Stream.concat(script.info().down().stream(), script.info().dependsOn().stream());
        return stage("before " + script.revision(), needed.toList());
    }

    /** The state after a script, with only the dependencies of that script. */
    Stage at(Script script) {
        return stage(script.revision(), List.of(script.revision()));
    }

    /** The released versions, oldest first. */
    List<Stage> released() {
        var last = new LinkedHashMap<String, Script>();
        chain().scripts().stream().filter(script -> script.info().isReleased()).forEach(script -> {
            last.remove(script.info().release());
            last.put(script.info().release(), script);
        });
        return last.values().stream()
                .map(script -> stage(version(script), List.of(script.revision())))
                .toList();
    }

    private static String version(Script script) {
        var release = script.info().release();
        return release.startsWith("v") ? release.substring(1) : release;
    }

    /** These revisions and everything that they depend on, in all modules. */
    private Stage stage(String name, Collection<String> revisions) {
        var kept = new Planner(chains).needed(Set.copyOf(revisions));
        return new Stage(
                name,
                chains.stream()
                        .map(chain -> upTo(chain, kept))
                        .filter(ModuleHistory::hasScripts)
                        .toList());
    }

    private static Chain upTo(Chain chain, Set<String> revisions) {
        var scripts = new ArrayList<>(chain.scripts());
        scripts.removeIf(script -> !revisions.contains(script.revision()));
        return scripts.isEmpty() ? new Chain(chain.module(), scripts) : new Chain(infoAt(chain, scripts), scripts);
    }

    /** The module as described by its jar at that time. */
    private static ModuleInfo infoAt(Chain chain, List<Script> scripts) {
        var last = scripts.getLast();
        return chain.module()
                .withChain(
                        last.info().isReleased()
                                ? version(last)
                                : chain.module().version(),
                        last.revision(),
                        scripts.stream().map(Script::info).toList());
    }

    private static boolean hasScripts(Chain chain) {
        return !chain.scripts().isEmpty();
    }
}
