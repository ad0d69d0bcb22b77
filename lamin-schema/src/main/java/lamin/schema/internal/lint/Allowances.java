package lamin.schema.internal.lint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.module.Allowance;
import lamin.schema.internal.module.RevisionInfo;

/** The rules that a migration may break. */
public final class Allowances {
    private final List<Allowance> given;

    public Allowances(RevisionInfo info) {
        this.given = info.allowed();
    }

    boolean isAllowed(Rule rule) {
        return given.stream().anyMatch(allowance -> allowance.rule().equals(rule.code()));
    }

    /** The problems with the allowances: unknown rules and reasons that say nothing. */
    public List<String> problems() {
        return given.stream().flatMap(Allowances::problems).toList();
    }

    private static Stream<String> problems(Allowance allowance) {
        var annotation = "@Allow(rule = \"" + allowance.rule() + "\")";
        if (Rule.of(allowance.rule()).isEmpty()) {
            var known = Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.joining(", "));
            return Stream.of(annotation + " names no rule; there are " + known);
        }
        return allowance.reason().isBlank()
                ? Stream.of(annotation + " has no reason" + "\nwrite why it is right here: reason = \"...\"")
                : Stream.empty();
    }
}
