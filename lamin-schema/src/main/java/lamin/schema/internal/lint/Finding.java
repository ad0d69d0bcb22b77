package lamin.schema.internal.lint;

import java.util.List;
import lamin.schema.internal.module.Script;

/**
 * A place where a migration breaks a rule.
 *
 * @param subject the operation in a few words, or the table concerned
 */
public record Finding(Rule rule, Script script, String subject) {

    /** Whether the migration allows it with a reason. */
    public boolean isAllowed() {
        return new Allowances(script.info()).isAllowed(rule);
    }

    /** The finding, in one line. */
    public String text() {
        return rule.code() + " " + script.info().simpleName() + ": " + subject + ": " + rule.title();
    }

    /** The finding, the safer alternative, and how to proceed anyway. */
    public List<String> lines() {
        return List.of(
                text(),
                "safer: " + rule.alternative(),
                "if it is meant, above the class: @Allow(rule = \"" + rule.code() + "\", reason = \"why\")");
    }
}
