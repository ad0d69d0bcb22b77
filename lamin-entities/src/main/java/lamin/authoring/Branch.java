package lamin.authoring;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.RevisionInfo;

/**
 * The migrations that lead to one head of a chain and not to another.
 *
 * @param revisions its migrations, from the fork on
 */
public record Branch(String head, List<RevisionInfo> revisions) {
    private static final Pattern DATED = Pattern.compile("V(\\d{4}_\\d{2}_\\d{2})_.*");

    public Branch {
        revisions = List.copyOf(revisions);
    }

    static Branch of(ModuleInfo module, String head, String otherHead) {
        var byId = new HashMap<String, RevisionInfo>();
        module.revisions().forEach(info -> byId.put(info.id(), info));
        var own = ancestors(head, byId);
        own.removeAll(ancestors(otherHead, byId));
        return new Branch(
                head,
                module.revisions().stream()
                        .filter(info -> own.contains(info.id()))
                        .toList());
    }

    private static Set<String> ancestors(String head, Map<String, RevisionInfo> byId) {
        var found = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(head));
        while (!open.isEmpty()) {
            var info = byId.get(open.poll());
            if (info != null && found.add(info.id())) {
                open.addAll(info.down());
            }
        }
        return found;
    }

    /** Whether any of its migrations is released, so that the branch must stay in place. */
    public boolean isReleased() {
        return revisions.stream().anyMatch(RevisionInfo::isReleased);
    }

    /** The date in the name of the last script, such as {@code 2023_02_16}; empty if the name contains none. */
    public String date() {
        return revisions.stream()
                .filter(info -> info.id().equals(head))
                .map(info -> DATED.matcher(info.simpleName()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("");
    }

    /** The ids of its migrations. */
    public List<String> ids() {
        return revisions.stream().map(RevisionInfo::id).toList();
    }

    /** The first migrations of the branch. */
    List<String> firsts() {
        return revisions.stream()
                .filter(info -> info.down().stream().noneMatch(ids()::contains))
                .map(RevisionInfo::id)
                .toList();
    }
}
