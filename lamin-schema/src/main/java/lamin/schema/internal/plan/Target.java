package lamin.schema.internal.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;

/**
 * The target state of a module: at one of its revisions, or before its first.
 *
 * @param revision empty for the state before the first migration
 */
public record Target(String module, String revision) {
    private static final String BASE = "base";
    private static final int SHORTEST_PREFIX = 4;

    public static Target base(String module) {
        return new Target(module, "");
    }

    public static Target at(Script script) {
        return new Target(script.owner().module(), script.revision());
    }

    /** The state before a migration; of several parents the first. */
    public static Target before(Script script) {
        var parents = script.info().down();
        return new Target(script.owner().module(), parents.isEmpty() ? "" : parents.getFirst());
    }

    /**
     * Parses {@code MODULE@base}, {@code MODULE@REVISION} or, as revisions are unique across modules, {@code REVISION}
     * alone. The first four or more digits of a revision are enough if they are unique.
     *
     * @throws LaminException with {@code USAGE} if the text matches no migration of these modules or more than one
     */
    public static Target parse(String text, List<Chain> chains) {
        int at = text.indexOf('@');
        if (at < 0) {
            return at(script(text, chains));
        }
        var chain = chain(text.substring(0, at), chains);
        var revision = text.substring(at + 1);
        return revision.equals(BASE) ? base(chain.module().name()) : at(script(revision, List.of(chain)));
    }

    /** The chain of its module, which must have the revision. */
    Chain chain(List<Chain> chains) {
        var chain = chain(module, chains);
        if (!isBase() && chain.script(revision).isEmpty()) {
            throw unknown(revision, List.of(chain));
        }
        return chain;
    }

    public boolean isBase() {
        return revision.isEmpty();
    }

    private static Chain chain(String module, List<Chain> chains) {
        return chains.stream()
                .filter(chain -> chain.module().name().equals(module))
                .findFirst()
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE, "module " + module + " is not mounted; mounted are " + names(chains)));
    }

    private static Script script(String text, List<Chain> chains) {
        var meant = scripts(chains)
                .filter(script -> script.revision().equals(text)
                        || (text.length() >= SHORTEST_PREFIX
                                && script.revision().startsWith(text)))
                .toList();
        return switch (meant.size()) {
            case 0 -> throw unknown(text, chains);
            case 1 -> meant.getFirst();
            default ->
                meant.stream()
                        .filter(script -> script.revision().equals(text))
                        .findFirst()
                        .orElseThrow(() -> ambiguous(text, meant));
        };
    }

    private static Stream<Script> scripts(List<Chain> chains) {
        return chains.stream().flatMap(chain -> chain.scripts().stream());
    }

    private static LaminException unknown(String text, List<Chain> chains) {
        return new LaminException(
                ErrorCode.USAGE,
                "no migration of the modules " + names(chains) + " has the revision " + text,
                new Advice("write a revision, at least its first " + SHORTEST_PREFIX
                        + " digits, or MODULE@base for the state before a module's first migration"));
    }

    private static LaminException ambiguous(String text, List<Script> meant) {
        return new LaminException(
                ErrorCode.USAGE,
                "more than one revision begins with " + text + ": "
                        + meant.stream().map(Script::toString).collect(Collectors.joining(", ")),
                new Advice("write more of its digits"));
    }

    private static String names(List<Chain> chains) {
        return chains.stream().map(chain -> chain.module().name()).sorted().collect(Collectors.joining(", "));
    }

    /** In the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return isBase() ? module + "@" + BASE : revision;
    }
}
