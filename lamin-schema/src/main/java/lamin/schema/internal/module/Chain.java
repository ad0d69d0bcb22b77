package lamin.schema.internal.module;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.Remedy.MergeHeads;

/**
 * The migrations of one module from the first to the head, parents before children.
 *
 * @param scripts in the order in which they apply
 */
public record Chain(ModuleInfo module, List<Script> scripts) {
    public Chain {
        scripts = List.copyOf(scripts);
    }

    /** Loads a module's migrations; refuses a chain that is broken or has two heads. */
    public static Chain load(ModuleInfo module, ClassLoader loader) {
        return new Chain(module, InParallel.map(order(module), info -> Script.load(module.owner(), info, loader)));
    }

    private static List<RevisionInfo> order(ModuleInfo module) {
        var byId = new LinkedHashMap<String, RevisionInfo>();
        for (var info : module.revisions()) {
            var twin = byId.put(info.id(), info);
            if (twin != null) {
                throw refusal(
                        module,
                        "revision " + info.id() + " is claimed by " + twin.className() + " and " + info.className()
                                + "; give one a new id");
            }
        }
        for (var info : byId.values()) {
            for (var parent : info.down()) {
                if (!byId.containsKey(parent)) {
                    throw refusal(
                            module,
                            info.className() + " follows revision " + parent + ", which the module does not have");
                }
            }
        }
        if (heads(module).size() > 1) {
            throw refusal(module, severalHeads(module), new MergeHeads());
        }
        return parentsFirst(module, byId);
    }

    private static List<RevisionInfo> parentsFirst(ModuleInfo module, Map<String, RevisionInfo> byId) {
        var children = new HashMap<String, List<RevisionInfo>>();
        byId.values()
                .forEach(info -> info.down()
                        .forEach(parent -> children.computeIfAbsent(parent, ignored -> new ArrayList<>())
                                .add(info)));
        var done = new HashSet<String>();
        var ordered = new ArrayList<RevisionInfo>();
        var open = new ArrayDeque<RevisionInfo>();
        byId.values().stream().filter(info -> info.down().isEmpty()).forEach(open::add);
        while (!open.isEmpty()) {
            var info = open.poll();
            if (!done.containsAll(info.down()) || !done.add(info.id())) {
                continue;
            }
            ordered.add(info);
            open.addAll(children.getOrDefault(info.id(), List.of()));
        }
        if (ordered.size() < byId.size()) {
            throw refusal(module, "the revisions form a cycle");
        }
        return ordered;
    }

    /** The revisions that no other revision follows; a sound chain has one, an empty chain none. */
    public static SortedSet<String> heads(ModuleInfo module) {
        var heads = new TreeSet<String>();
        module.revisions().forEach(info -> heads.add(info.id()));
        module.revisions().forEach(info -> heads.removeAll(info.down()));
        return heads;
    }

    /** Describes a module with more than one head, which {@link MergeHeads} fixes. */
    public static String severalHeads(ModuleInfo module) {
        var heads = heads(module);
        return "the chain has " + heads.size() + " heads, " + String.join(" and ", heads);
    }

    private static LaminException refusal(ModuleInfo module, String problem, Remedy... remedies) {
        return new LaminException(ErrorCode.REFUSED, "module " + module.name() + ": " + problem, remedies);
    }

    /** The last revision; empty before the first migration. */
    public String head() {
        return scripts.isEmpty() ? "" : scripts.getLast().revision();
    }

    /** The last migration if it is not released yet, so that more can be added to it. */
    public Optional<Script> openScript() {
        return scripts.isEmpty() || scripts.getLast().info().isReleased()
                ? Optional.empty()
                : Optional.of(scripts.getLast());
    }

    public Optional<Script> script(String revision) {
        return scripts.stream()
                .filter(script -> script.revision().equals(revision))
                .findFirst();
    }

    /** These revisions and all their ancestors. */
    public Set<String> withAncestors(Set<String> revisions) {
        var byId = new HashMap<String, Script>();
        scripts.forEach(script -> byId.put(script.revision(), script));
        var found = new HashSet<String>();
        var open = new ArrayDeque<>(revisions);
        while (!open.isEmpty()) {
            var script = byId.get(open.poll());
            if (script != null && found.add(script.revision())) {
                open.addAll(script.info().down());
            }
        }
        return found;
    }

    /** The applied migrations that no other applied migration follows. */
    public Set<String> headsOf(Set<String> applied) {
        var heads = new HashSet<String>();
        var those = scripts.stream()
                .filter(script -> applied.contains(script.revision()))
                .toList();
        those.forEach(script -> heads.add(script.revision()));
        those.forEach(script -> heads.removeAll(script.info().down()));
        return heads;
    }

    /** The version that has these migrations and none of a later release; {@code 0.0.0} before the first release. */
    public String versionWith(Set<String> applied) {
        var released =
                scripts.stream().filter(script -> script.info().isReleased()).toList();
        if (released.stream().map(Script::revision).allMatch(applied::contains)) {
            return module.version();
        }
        return released.reversed().stream()
                .filter(script -> applied.contains(script.revision()))
                .findFirst()
                .map(script -> script.info().release().substring(1))
                .orElse("0.0.0");
    }
}
