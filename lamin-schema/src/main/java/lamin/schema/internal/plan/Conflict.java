package lamin.schema.internal.plan;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.Script;

/**
 * Two incompatible migrations.
 *
 * @param misfit the migration that does not fit
 * @param other the migration that conflicts with it
 * @param isPointing whether the other migration created a reference to a table to be dropped; otherwise it changed the
 *     table before
 */
record Conflict(Script misfit, Script other, boolean isPointing) {
    /** The ways to resolve a conflict. */
    enum Solution {
        INSTALL,
        UNDO_OTHER,
        DEPLOY_ALL
    }

    /** The exception for the call that found the conflict; its message says what does not fit. */
    LaminException refusal(String message, Solution solution, LaminException cause) {
        return new LaminException(
                ErrorCode.REFUSED,
                message + "\n" + describe() + (solution == Solution.INSTALL ? "" : "\nnothing was changed"),
                remedies(solution),
                Facts.of(Facts.Kind.REVISION, List.of(misfit.revision(), other.revision())),
                cause);
    }

    private String describe() {
        return "migration " + other + (isPointing ? " made what points to it" : " changed that table before it");
    }

    private List<Remedy> remedies(Solution solution) {
        return switch (solution) {
            case INSTALL -> install();
            case UNDO_OTHER -> List.of(new Goal.BackTo(Target.before(other)).remedy());
            case DEPLOY_ALL -> List.of(new Goal.Heads().remedy());
        };
    }

    /** The module with the outdated view needs another version; within one module only its author can help. */
    private List<Remedy> install() {
        var stale = isPointing ? other : misfit;
        var newer = isPointing ? misfit : other;
        return stale.owner().equals(newer.owner())
                ? List.of()
                : List.of(new Advice(
                        "install a version of lnschema-" + stale.owner().module()
                                + " that was made for revision " + newer.revision() + " of lnschema-"
                                + newer.owner().module()));
    }
}
