package lamin.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.RevisionInfo;

/**
 * Merges branches with separate heads into one chain: unreleased branches follow the others.
 *
 * @param before the module with several heads
 * @param after the module with one head
 * @param moves the branches and the heads they now follow, in order
 */
public record HeadMerge(ModuleInfo before, ModuleInfo after, List<Move> moves) {
    public HeadMerge {
        moves = List.copyOf(moves);
    }

    /** A branch that now follows another head. */
    public record Move(Branch branch, String onto) {
        private ModuleInfo apply(ModuleInfo module) {
            var firsts = branch.firsts();
            var revisions = module.revisions().stream()
                    .map(info -> firsts.contains(info.id()) ? info.withDown(List.of(onto)) : info)
                    .toList();
            return module.withChain(module.version(), branch.head(), revisions);
        }
    }

    /** Decides which of two unreleased branches comes last. */
    @FunctionalInterface
    public interface Choice {
        Branch last(Branch one, Branch other);
    }

    /**
     * Plans the merge without writing.
     *
     * @throws LaminException if two of the branches are released
     */
    public static HeadMerge of(ModuleInfo module, Choice choice) {
        var moves = new ArrayList<Move>();
        var merged = module;
        for (var heads = oldestFirst(merged); heads.size() > 1; heads = oldestFirst(merged)) {
            var move = move(merged, heads.get(0), heads.get(1), choice);
            moves.add(move);
            merged = move.apply(merged);
        }
        return new HeadMerge(module, merged, moves);
    }

    private static List<String> oldestFirst(ModuleInfo module) {
        var classNames = Comparator.comparing((String head) -> module.revisions().stream()
                .filter(info -> info.id().equals(head))
                .map(RevisionInfo::simpleName)
                .findFirst()
                .orElse(""));
        return Chain.heads(module).stream().sorted(classNames).toList();
    }

    private static Move move(ModuleInfo module, String head, String otherHead, Choice choice) {
        var one = Branch.of(module, head, otherHead);
        var other = Branch.of(module, otherHead, head);
        var last = last(one, other, choice);
        if (last.firsts().isEmpty()) {
            throw new LaminException(ErrorCode.REFUSED, "the revisions that lead to " + last.head() + " form a cycle");
        }
        return new Move(last, last.equals(one) ? otherHead : head);
    }

    private static Branch last(Branch one, Branch other, Choice choice) {
        if (one.isReleased() && other.isReleased()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "both heads, " + one.head() + " and " + other.head()
                            + ", were released, and databases are at either:"
                            + " neither can follow the other",
                    new Advice("join them by a script of its own: @Revision(id = \"...\", down = {\"" + one.head()
                            + "\", \"" + other.head() + "\"}) with nothing in upgrade and downgrade,"
                            + " and make its id the migration of package-info.java"));
        }
        if (one.isReleased() || other.isReleased()) {
            return one.isReleased() ? other : one;
        }
        return choice.last(one, other);
    }

    /** The edits: the parents in moved scripts, and the head in package-info.java. */
    public FileEdits edits(ModuleSourceFiles files) {
        var edits = new ArrayList<FileEdit>();
        for (int script = 0; script < before.revisions().size(); script++) {
            var info = after.revisions().get(script);
            if (!info.equals(before.revisions().get(script))) {
                edits.add(edit(info, files));
            }
        }
        if (!after.head().equals(before.head())) {
            edits.add(files.packageInfo("migration", after.head()));
        }
        return new FileEdits(edits);
    }

    private static FileEdit edit(RevisionInfo info, ModuleSourceFiles files) {
        var name = info.simpleName();
        return FileEdit.change(
                files.script(name),
                text -> AnnotatedSource.script(name, text)
                        .with("down", info.down().getFirst())
                        .text());
    }

    /** Verifies that the edited sources have the planned chain. */
    public void requireMade(ModuleInfo edited) {
        if (!edited.revisions().equals(after.revisions()) || !edited.head().equals(after.head())) {
            throw new LaminException(ErrorCode.FAILURE, "the merge did not come out as meant and was taken back");
        }
    }
}
