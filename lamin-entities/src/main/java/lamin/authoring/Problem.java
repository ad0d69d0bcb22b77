package lamin.authoring;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a module.
 *
 * @param place the class concerned; {@code package-info} of the root package if it concerns no class
 * @param lines the finding and what to write; for {@link Kind#isBlock() some kinds} the Java to paste
 * @param remedies what else to do; for Java to paste, what to do before
 */
public record Problem(Kind kind, String place, List<String> lines, List<Remedy> remedies) {
    public Problem {
        lines = List.copyOf(lines);
        remedies = List.copyOf(remedies);
    }

    static Problem of(Kind kind, String place, String text) {
        return of(kind, place, text, List.of());
    }

    static Problem of(Kind kind, String place, String text, List<Remedy> remedies) {
        return new Problem(kind, place, text.lines().toList(), remedies);
    }

    /** The lines with the worded remedies, which become comments in Java to paste. */
    public List<String> text(Function<Remedy, String> wording) {
        var advice = remedies.stream().map(wording);
        return kind.isBlock()
                ? Stream.concat(advice.map(line -> "// " + line), lines.stream())
                        .toList()
                : Stream.concat(lines.stream(), advice).toList();
    }

    /** The problem in a few words. */
    String title() {
        if (kind == Kind.OPERATIONS) {
            return "Missing operations";
        }
        return isFailure() ? "Violated: " + kind.rule : "Lint";
    }

    /** Whether it makes the module unsound. */
    boolean isFailure() {
        return kind.code().isPresent();
    }

    /** The violated rule. */
    public enum Kind {
        ADVICE("migrations neither lose data nor block other sessions", null),
        CONVENTION("the module keeps to the convention", ErrorCode.REFUSED),
        HEADS("the chain has one head", ErrorCode.REFUSED),
        HEAD("package-info names the head", ErrorCode.NOT_IN_SYNC),
        READING("scripts and entities can be read", ErrorCode.REFUSED),
        RELEASED("released scripts are unchanged", ErrorCode.REFUSED),
        TABLES("no table, key or index has a name that belongs to another module", ErrorCode.REFUSED),
        FILLS("new columns have values for existing rows", ErrorCode.REFUSED),
        LINT("no migration loses data without confirmation", ErrorCode.REFUSED),
        OPERATIONS("the scripts create what the entities describe", ErrorCode.NOT_IN_SYNC),
        DOWNGRADE("every downgrade leads back", ErrorCode.NOT_IN_SYNC);

        private final String rule;
        private final @Nullable ErrorCode code;

        Kind(String rule, @Nullable ErrorCode code) {
            this.rule = rule;
            this.code = code;
        }

        /** The rule, as a sentence. */
        public String rule() {
            return rule;
        }

        /** The code with which a check fails because of it; empty if it is for information only. */
        public Optional<ErrorCode> code() {
            return Optional.ofNullable(code);
        }

        /** Whether the lines are Java to paste. */
        public boolean isBlock() {
            return this == OPERATIONS || this == DOWNGRADE;
        }
    }
}
