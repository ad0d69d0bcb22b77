package lamin.schema.internal.module;

/** One {@code @Allow} of a migration: the code of a lint rule, and why it may be broken there. */
public record Allowance(String rule, String reason) {}
