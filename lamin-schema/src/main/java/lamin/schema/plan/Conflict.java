package lamin.schema.plan;

import lamin.schema.module.Script;

/**
 * Two migrations that do not go together.
 *
 * @param misfit the one that does not fit
 * @param other the one that stands in its way
 * @param isPointing whether the other made what points to a table that is to go; else it changed the table before
 */
record Conflict(Script misfit, Script other, boolean isPointing) {
    /** What a person can do about a conflict. */
    @FunctionalInterface
    interface Advice {
        String on(Conflict conflict);
    }

    String describe() {
        return "migration " + other + (isPointing ? " made what points to it" : " changed that table before it");
    }

    /** The module that knows too little needs another version; within one module only its author can help. */
    String install() {
        var stale = isPointing ? other : misfit;
        var newer = isPointing ? misfit : other;
        return stale.owner().equals(newer.owner())
                ? ""
                : "\ninstall a version of lnschema-" + stale.owner().module() + " that was made for revision "
                        + newer.revision() + " of lnschema-" + newer.owner().module();
    }

    String undoOther() {
        return "\nnothing was changed; first: " + new Goal.BackTo(Target.before(other)).command();
    }

    String deployAll() {
        return "\nnothing was changed; in the order that fits: " + new Goal.Heads().command();
    }
}
