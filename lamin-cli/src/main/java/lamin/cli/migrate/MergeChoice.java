package lamin.cli.migrate;

import java.util.List;
import lamin.authoring.Branch;
import lamin.authoring.HeadMerge;
import lamin.cli.command.Terminal;
import lamin.cli.command.UndecidedException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Decide;
import lamin.schema.Remedy.GoLast;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which of two unreleased branches comes last: the named one, otherwise the later one, otherwise the one that
 * the user chooses.
 */
record MergeChoice(@Nullable String named, Terminal terminal) implements HeadMerge.Choice {
    @Override
    public Branch last(Branch one, Branch other) {
        if (one.head().equals(named) || other.head().equals(named)) {
            return one.head().equals(named) ? one : other;
        }
        int order = one.date().compareTo(other.date());
        if (order != 0) {
            return order > 0 ? one : other;
        }
        return terminal.isInteractive() ? ask(one, other) : undecided(one, other);
    }

    private Branch ask(Branch one, Branch other) {
        for (var last : List.of(other, one)) {
            var first = last.equals(one) ? other : one;
            if (terminal.confirm("does " + last.head() + " follow " + first.head() + "?")) {
                return last;
            }
        }
        throw new LaminException(ErrorCode.REFUSED, "nothing was written: which one comes last is undecided");
    }

    private static Branch undecided(Branch one, Branch other) {
        throw new UndecidedException(
                List.of("a decision is needed, nothing was written; repeat the command with one of these options"),
                new Decide(
                        one.head() + " and " + other.head() + " were created on the same day: which one comes last?",
                        List.of(new GoLast(one.head()), new GoLast(other.head()))));
    }
}
