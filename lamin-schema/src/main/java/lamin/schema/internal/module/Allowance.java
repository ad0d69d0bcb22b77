package lamin.schema.internal.module;

/** What one {@code @Allow} of a migration says: the code of a rule of lint, and why it may be broken there. */
public record Allowance(String rule, String reason) {}
