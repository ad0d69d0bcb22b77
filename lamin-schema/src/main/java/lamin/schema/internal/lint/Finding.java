package lamin.schema.internal.lint;

import java.util.List;
import lamin.schema.internal.module.Script;

/**
 * A place where a migration breaks a rule.
 *
 * @param subject the operation in a few words, or the table that it is about
 */
public record Finding(Rule rule, Script script, String subject) {

    /** Whether the migration says why it may be so. */
    public boolean isAllowed() {
        return new Allowances(script.info()).isAllowed(rule);
    }

    /** What was found, in one line. */
    public String text() {
        return rule.code() + " " + script.info().simpleName() + ": " + subject + ": " + rule.title();
    }

    /** What was found, what is safer, and how to go on all the same. */
    public List<String> lines() {
        return List.of(
                text(),
                "safer: " + rule.alternative(),
                "if it is meant, above the class: @Allow(rule = \"" + rule.code() + "\", reason = \"why\")");
    }
}
